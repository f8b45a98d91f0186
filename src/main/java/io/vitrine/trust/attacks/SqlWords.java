package io.vitrine.trust.attacks;

import java.util.List;

/** Words one of which a statement without signs would need. */
final class SqlWords {

  private static final WordFinder ANY =
      new WordFinder(
          List.of(
              List.of(
                  "union",
                  "select",
                  "drop",
                  "insert",
                  "update",
                  "delete",
                  "order by",
                  "group by",
                  "having",
                  "waitfor",
                  "exec",
                  "declare",
                  "wget",
                  "curl",
                  "ls -",
                  "ps -",
                  "rm -",
                  "uname -",
                  "ping -",
                  "chmod -",
                  "netstat -",
                  "case",
                  "alter",
                  "truncate",
                  "limit",
                  "sleep",
                  "rlike",
                  "between",
                  "is null",
                  " or ",
                  " and ",
                  "xor")));

  private SqlWords() {}

  static boolean occurIn(String text) {
    return !ANY.in(text).isEmpty();
  }
}
