package io.vitrine.siege;

import java.util.List;

/** What no answer contains: traces of programs, errors of databases, files of the system. */
final class Leaks {

  static final List<String> SIGNS =
      List.of(
          "root:x:0:0",
          "daemon:x:1:",
          "; for 16-bit app support",
          "\tat io.",
          "\tat org.",
          "\tat java.",
          "java.lang.",
          "springframework",
          "nullpointerexception",
          "you have an error in your sql",
          "org.h2",
          "jdbcsql",
          "unterminated quoted string",
          "uid=0(root)",
          "begin rsa private key",
          "begin private key",
          "[core]\n\trepositoryformatversion",
          "vitrine_admin_password");

  private Leaks() {}
}
