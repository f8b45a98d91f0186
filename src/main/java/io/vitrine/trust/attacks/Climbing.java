package io.vitrine.trust.attacks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ways up that are written so that only some servers read them: pairs of dots, however written,
 * with the same odd sign between each and the next. What the sign is need not be known.
 */
final class Climbing {

  private static final List<String> DOTS = List.of(".", "%2e", "0x2e");

  /** The longest way to write a slash is an over-long form of six bytes. */
  private static final int LONGEST_SIGN = 18;

  private static final int FEWEST = 2;

  private Climbing() {}

  /** The first way up in a text. */
  static Optional<Evidence> in(String text) {
    if (!text.contains("..") && !text.contains("0x2e") && !text.contains(".?.")) {
      return Optional.empty();
    }
    String lower = text.toLowerCase(Locale.ROOT).replace(".?.", "..");
    int at = 0;
    while (at < lower.length()) {
      int behind = pair(lower, at);
      if (behind < 0) {
        at++;
        continue;
      }
      int end = way(lower, behind);
      if (end > 0) {
        return Optional.of(
            new Evidence(
                AttackClass.PATH_TRAVERSAL,
                "folders-up-by-odd-signs",
                lower.substring(at, Math.min(end, lower.length()))));
      }
      at = behind;
    }
    return Optional.empty();
  }

  /** Where a way ends that goes on with the same sign as its first; 0 when it is none. */
  private static int way(String text, int behind) {
    int next = next(text, behind);
    if (next < 0 || !isOdd(text, behind, next)) {
      return 0;
    }
    String sign = text.substring(behind, next);
    int pairs = 1;
    int at = behind;
    while (text.startsWith(sign, at)) {
      int end = pair(text, at + sign.length());
      if (end < 0) {
        return pairs >= FEWEST ? at + sign.length() : 0;
      }
      pairs++;
      at = end;
    }
    return pairs > FEWEST ? at : 0;
  }

  /** Where the next pair begins, not far from here; -1 when there is none. */
  private static int next(String text, int from) {
    for (int i = from + 1; i <= from + LONGEST_SIGN && i < text.length(); i++) {
      if (pair(text, i) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** Letters alone, blanks and digits are no sign, but the end of a sentence. */
  private static boolean isOdd(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char sign = text.charAt(i);
      if (text.startsWith("0x", i)) {
        return true;
      }
      if (sign == '%' || sign == '\\' || sign == '/' || sign == '\ufffd') {
        return true;
      }
    }
    return false;
  }

  /** Index behind two dots, or -1. */
  private static int pair(String text, int at) {
    int one = dot(text, at);
    return one < 0 ? -1 : dot(text, one);
  }

  private static int dot(String text, int at) {
    for (String dot : DOTS) {
      if (text.startsWith(dot, at)) {
        return at + dot.length();
      }
    }
    return -1;
  }
}
