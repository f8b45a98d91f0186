package io.vitrine.trust.attacks;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Signs that some servers take for others: full-width and circled forms, slashes and dots of other
 * blocks, what is left of a sign when a server keeps its lower byte or seven of its bits, and
 * UTF-7.
 */
final class Lookalikes {

  private static final String SLASHES = "\u2215\u2044\u29f8\u2571\uefc8\uf025";
  private static final String BACKSLASHES = "\u2216\u29f5\u29f9\ufe68";
  private static final String DOTS = "\u2024\ufe52\u3002";

  /**
   * Signs whose lower byte, on its own, is a line end or a bracket of a tag, and two letters whose
   * capital or small form is one of ASCII.
   */
  private static final String WIDE = "\u560a\u560d\u563c\u563e\u017f\u212a";

  private static final String NARROW = "\n\r<>sk";
  private static final String NOTHING = "\u200b\u200c\u200d\u2060\ufeff\u00ad";
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Lookalikes() {}

  /** The text with plain signs in place of those that look like them. */
  static String plain(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) < 0x80) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (isCircled(sign)) {
        plain.append(Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFKC));
      } else if (NOTHING.indexOf(sign) < 0) {
        plain.append(plain(sign));
      }
    }
    return plain.toString();
  }

  /** Names of servers may be written in digits and letters with circles or brackets around them. */
  private static boolean isCircled(char sign) {
    return sign >= '\u2460' && sign <= '\u24ea';
  }

  private static char plain(char sign) {
    if (sign >= '\uff01' && sign <= '\uff5e') {
      return (char) (sign - 0xfee0);
    }
    if (SLASHES.indexOf(sign) >= 0) {
      return '/';
    }
    if (BACKSLASHES.indexOf(sign) >= 0) {
      return '\\';
    }
    int wide = WIDE.indexOf(sign);
    if (wide >= 0) {
      return NARROW.charAt(wide);
    }
    return DOTS.indexOf(sign) >= 0 ? '.' : sign;
  }

  /**
   * What a text with brackets of tags hidden as UTF-7 (+ADw-) or behind an eighth bit (a quarter
   * for an opening bracket) becomes; empty when it has none.
   */
  static Optional<String> sevenBit(String text) {
    if (text.contains("+AD") || text.contains(" ADw-")) {
      return Optional.of(utf7(text.replace(" AD", "+AD")));
    }
    boolean eighth = text.indexOf('\u00bc') >= 0 && text.indexOf('\u00be') >= 0;
    return eighth ? Optional.of(withoutEighth(text)) : Optional.empty();
  }

  private static String withoutEighth(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      plain.append(sign >= 0x80 && sign <= 0xff ? (char) (sign & 0x7f) : sign);
    }
    return plain.toString();
  }

  /** One sign is three letters of base64 (RFC 2152); longer runs hide nothing that we look for. */
  private static String utf7(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int sign = text.charAt(i) == '+' && i + 3 < text.length() ? sign(text, i + 1) : -1;
      if (sign < ' ' || sign > '~') {
        plain.append(text.charAt(i));
        continue;
      }
      plain.append((char) sign);
      i += i + 4 < text.length() && text.charAt(i + 4) == '-' ? 4 : 3;
    }
    return plain.toString();
  }

  private static int sign(String text, int at) {
    int bits = 0;
    for (int i = at; i < at + 3; i++) {
      int value = BASE64.indexOf(text.charAt(i));
      if (value < 0) {
        return -1;
      }
      bits = bits << 6 | value;
    }
    return bits >> 2;
  }
}
