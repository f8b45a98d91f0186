package io.vitrine.accounts;

/**
 * Paths of requests in one spelling. {@code /%61pi} is {@code /api} to whoever serves it, so it has
 * to be the same to whoever counts, limits or watches.
 */
public final class PlainPath {

  private static final String SIGNS = "-._~";
  private static final int CODE = 3;

  private PlainPath() {}

  /**
   * The path with letters, digits and - . _ ~ written as themselves (RFC 3986, section 6.2.2.2).
   */
  public static String of(String path) {
    int percent = path.indexOf('%');
    if (percent < 0) {
      return path;
    }
    StringBuilder plain = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      int sign = path.charAt(i) == '%' ? sign(path, i) : -1;
      if (sign < 0) {
        plain.append(path.charAt(i));
        continue;
      }
      plain.append((char) sign);
      i += CODE - 1;
    }
    return plain.toString();
  }

  /** The sign of a code that need not be one; -1 for any other. */
  private static int sign(String path, int at) {
    if (at + CODE > path.length()) {
      return -1;
    }
    int high = Character.digit(path.charAt(at + 1), 16);
    int low = Character.digit(path.charAt(at + 2), 16);
    int sign = high < 0 || low < 0 ? -1 : high * 16 + low;
    boolean needless =
        sign > 0 && sign < 0x80 && (Character.isLetterOrDigit(sign) || SIGNS.indexOf(sign) >= 0);
    return needless ? sign : -1;
  }
}
