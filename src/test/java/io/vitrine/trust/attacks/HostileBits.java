package io.vitrine.trust.attacks;

import java.util.List;

/**
 * Signs that begin something, so that many rules have to be tried everywhere: texts made of them
 * are slow to read. For tests and benchmarks.
 */
public final class HostileBits {

  public static final List<String> ALL =
      List.of(
          "(",
          "{{",
          "${",
          "#{",
          "<",
          "</",
          "<svg on",
          "<a ",
          "&#",
          "&#x3c;",
          "%25",
          "%25%32",
          "%u0041",
          "\\u00",
          "\\x3c",
          "..",
          "../",
          "..%c0",
          "0x2e0x2e",
          "'",
          "\"",
          "`",
          "$(",
          ";",
          "|",
          "&",
          "; cat ",
          "`ls ",
          "' or ",
          "union ",
          "(select ",
          "concat(",
          "case when ",
          "/*",
          "/**/",
          "--",
          "#\n",
          "@@",
          "*/",
          "\n",
          " ",
          "=",
          "on",
          "[]",
          "\"a\":",
          "$ne",
          "a=b&",
          "+AD",
          "\u00bc",
          "\ufffd",
          "or(select ",
          "x",
          "AAAA",
          "\r\n",
          "\t",
          "\u0000");

  private HostileBits() {}
}
