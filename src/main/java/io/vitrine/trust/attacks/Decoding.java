package io.vitrine.trust.attacks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The texts that a value may turn into on its way through a server: percent signs, entities and
 * escapes undone, again while something changes, at most {@value #ROUNDS} times.
 */
final class Decoding {

  private static final int ROUNDS = 3;

  /** Of a longer text only the first form and the last are read, not those between. */
  private static final int LONG = 16_384;

  private static final int SHORTEST_BASE64 = 16;

  /** How often something is put into base64. */
  private static final int HIDDEN = 2;

  /** Of so many signs of a serialised object one may be a zero. */
  private static final int FEW = 4;

  private Decoding() {}

  /** The value itself first, then each further form once. */
  static Set<String> forms(String value) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(value);
    String text = value;
    for (int round = 0; round < ROUNDS; round++) {
      String next = Lookalikes.plain(escapes(entities(percent(text))));
      if (next.equals(text)) {
        break;
      }
      if (round > 0 && value.length() > LONG) {
        forms.remove(text);
      }
      forms.add(next);
      text = next;
    }
    Lookalikes.sevenBit(text).ifPresent(forms::add);
    if (text.contains("\\n") || text.contains("\\r")) {
      forms.add(text.replace("\\n", "\n").replace("\\r", "\r"));
    }
    base64(value, forms);
    if (value.indexOf('%') >= 0) {
      base64(percent(value), forms);
    }
    return forms;
  }

  /** Undoes %41, %u0041 and over-long forms of the ASCII signs. Plus signs become blanks. */
  static String percent(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    boolean spaced = text.indexOf(' ') >= 0;
    byte[] bytes = new byte[text.length() * 3];
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      int code = sign == '%' ? hex(text, i + 1, 2) : -1;
      int wide = sign == '%' && letter(text, i + 1) == 'u' ? hex(text, i + 2, 4) : -1;
      if (code >= 0) {
        bytes[size++] = (byte) code;
        i += 2;
        continue;
      }
      if (wide >= 0) {
        size = put((char) wide, bytes, size);
        i += 5;
        continue;
      }
      size = put(sign == '+' && !spaced ? ' ' : sign, bytes, size);
    }
    return utf8(bytes, size);
  }

  private static int put(char sign, byte[] bytes, int size) {
    if (sign < 0x80) {
      bytes[size] = (byte) sign;
      return size + 1;
    }
    byte[] encoded = String.valueOf(sign).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    return size + encoded.length;
  }

  /** Bytes as text; bytes that a strict reader refuses (C0 AE) are the sign that they mean. */
  private static String utf8(byte[] bytes, int size) {
    byte[] plain = new byte[size];
    int length = 0;
    for (int i = 0; i < size; i++) {
      int more = overlong(bytes, i, size);
      if (more == 0) {
        plain[length++] = bytes[i];
        continue;
      }
      plain[length++] = (byte) (((bytes[i + more - 1] & 3) << 6) | (bytes[i + more] & 0x3f));
      i += more;
    }
    return new String(plain, 0, length, StandardCharsets.UTF_8).replace("\u0000", "");
  }

  /**
   * How many bytes follow a first one that begins a sign of ASCII in more bytes than it needs; 0
   * when it does not. All bits of the bytes between have to be 0.
   */
  private static int overlong(byte[] bytes, int at, int size) {
    int first = bytes[at] & 0xff;
    int more =
        switch (first) {
          case 0xc0, 0xc1 -> 1;
          case 0xe0 -> 2;
          case 0xf0 -> 3;
          case 0xf8 -> 4;
          case 0xfc -> 5;
          default -> 0;
        };
    if (at + more >= size) {
      return 0;
    }
    for (int i = 1; i < more - 1; i++) {
      if ((bytes[at + i] & 0xff) != 0x80) {
        return 0;
      }
    }
    if (more == 1 && "%/\\".indexOf(bytes[at + 1]) >= 0) {
      return 0;
    }
    boolean ascii = more < 2 || (bytes[at + more - 1] & 0xfe) == 0x80;
    return ascii ? more : 0;
  }

  /** Undoes the entities of HTML that hide letters and signs. */
  static String entities(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      int end = sign == '&' ? numbered(text, i, plain) : -1;
      if (end > 0) {
        i = end;
        continue;
      }
      plain.append(sign);
    }
    return plain
        .toString()
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&colon;", ":")
        .replace("&lpar;", "(")
        .replace("&rpar;", ")")
        .replace("&sol;", "/")
        .replace("&Tab;", "\t")
        .replace("&NewLine;", "\n")
        .replace("&amp;", "&");
  }

  /** Appends the sign of &#65; or &#x41; at a place and gives its last index, or -1. */
  private static int numbered(String text, int at, StringBuilder plain) {
    if (letter(text, at + 1) != '#') {
      return -1;
    }
    boolean hex = letter(text, at + 2) == 'x';
    int start = at + (hex ? 3 : 2);
    int code = 0;
    int i = start;
    while (i < text.length()
        && i < start + 8
        && Character.digit(text.charAt(i), hex ? 16 : 10) >= 0) {
      code = code * (hex ? 16 : 10) + Character.digit(text.charAt(i), hex ? 16 : 10);
      i++;
    }
    if (i == start || !Character.isValidCodePoint(code)) {
      return -1;
    }
    plain.appendCodePoint(code);
    return i < text.length() && text.charAt(i) == ';' ? i : i - 1;
  }

  /** Undoes a backslash with x and two digits, or with u and four. */
  static String escapes(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char kind = text.charAt(i) == '\\' ? letter(text, i + 1) : 0;
      int code =
          switch (kind) {
            case 'x' -> hex(text, i + 2, 2);
            case 'u' -> hex(text, i + 2, 4);
            default -> -1;
          };
      if (code >= 0) {
        plain.append((char) code);
        i += kind == 'x' ? 3 : 5;
        continue;
      }
      plain.append(text.charAt(i));
    }
    return plain.toString();
  }

  /**
   * A whole value in base64 that hides text, with or without its padding, once or twice. What it
   * hides may be escaped itself.
   */
  private static void base64(String value, Set<String> forms) {
    String text = value;
    for (int round = 0; round < HIDDEN; round++) {
      if (text.length() < SHORTEST_BASE64 || !isBase64(text)) {
        return;
      }
      byte[] bytes = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
      text = new String(bytes, StandardCharsets.UTF_8);
      if (!isText(text)) {
        return;
      }
      forms.add(text);
      forms.add(Lookalikes.plain(escapes(entities(percent(text)))));
    }
  }

  /** Signs of texts, with some zeros between them as serialised objects have. */
  private static boolean isText(String text) {
    int zeros = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean written = (sign >= ' ' && sign != 0xfffd) || "\n\r\t".indexOf(sign) >= 0;
      zeros += sign == 0 ? 1 : 0;
      if (!written && sign != 0) {
        return false;
      }
    }
    return zeros <= text.length() / FEW;
  }

  private static boolean isBase64(String value) {
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == '=') {
      end--;
    }
    boolean padded = end < value.length();
    if (end % 4 == 1 || value.length() - end > 2 || (padded && value.length() % 4 != 0)) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char sign = value.charAt(i);
      boolean fits = sign < 0x80 && (Character.isLetterOrDigit(sign) || "+/-_".indexOf(sign) >= 0);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static char letter(String text, int at) {
    return at < text.length() ? Character.toLowerCase(text.charAt(at)) : 0;
  }

  private static int hex(String text, int from, int digits) {
    if (from + digits > text.length()) {
      return -1;
    }
    int code = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
