package io.vitrine.intake;

/** Rules for text from outside: no control characters, no half characters. */
final class PlainText {

  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /** Whether a text is one line without control and half characters: almost every text is. */
  static boolean isPlainLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c > '~' && isStrange(c))) {
        return isPlain(text) && !hasControl(text);
      }
    }
    return true;
  }

  /** Whether a text can be kept as it is, line ends and tabs allowed. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isStrange(c) && !isLineCharacter(c)) {
        return isPlainFrom(text, i);
      }
    }
    return true;
  }

  /** Whether a text has a control character, line ends and tabs included. */
  static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The text without control characters; line ends and tabs stay, half characters become U+FFFD.
   */
  static String lines(String text) {
    return isPlain(text) ? text : cleaned(text);
  }

  /** The text on one line: line ends and tabs become spaces. */
  static String line(String text) {
    if (isPlainLine(text)) {
      return text;
    }
    String clean = lines(text);
    return hasControl(clean)
        ? clean.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ')
        : clean;
  }

  /** At most so many characters from the start, never half of one. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean split = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, split ? longest - 1 : longest);
  }

  private static boolean isPlainFrom(String text, int start) {
    int i = start;
    while (i < text.length()) {
      int point = text.codePointAt(i);
      if (isDropped(point) || isHalf(point)) {
        return false;
      }
      i += Character.charCount(point);
    }
    return true;
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> !isDropped(point))
        .forEach(point -> clean.appendCodePoint(isHalf(point) ? REPLACEMENT : point));
    return clean.toString();
  }

  private static boolean isStrange(char c) {
    return Character.isISOControl(c) || Character.isSurrogate(c);
  }

  private static boolean isLineCharacter(int point) {
    return point == '\n' || point == '\r' || point == '\t';
  }

  private static boolean isDropped(int point) {
    return Character.isISOControl(point) && !isLineCharacter(point);
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
