package io.vitrine.trust.attacks;

import java.util.List;

/** Parts of names that are worth a look although they are made of letters and dots alone. */
final class Names {

  private static final WordFinder ANY =
      new WordFinder(
          List.of(
              List.of(
                  "ro0ab",
                  "aaeaaad",
                  "h4si",
                  "gasv",
                  "java.",
                  "javax.",
                  "org.apache.",
                  "com.sun.",
                  "com.opensymphony.",
                  "org.springframework.",
                  "classloader",
                  "freemarker.",
                  "ysoserial",
                  "xstream.",
                  "process.",
                  "global.process",
                  ".ini",
                  ".htaccess",
                  ".htpasswd",
                  "wp-config",
                  "id.rsa",
                  "..")));

  private Names() {}

  static boolean occurIn(String text) {
    return !ANY.in(text).isEmpty();
  }
}
