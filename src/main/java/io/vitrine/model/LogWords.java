package io.vitrine.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts texts of logs into words: runs of letters and digits, in small letters and without accents.
 * So an id, an e-mail, a path or a class name is several words in a row and is found whole as well
 * as by part. The index, the live tail and the highlighting all cut with this.
 */
public final class LogWords {

  /** A longer run is cut into pieces of this many characters. */
  public static final int LONGEST = 128;

  private LogWords() {}

  /**
   * A word of a text.
   *
   * @param text in small letters, without accents
   * @param from place of its first character in the text
   * @param to behind its last character
   */
  public record Word(String text, int from, int to) {}

  /** The words of a text, in order. */
  public static List<Word> of(CharSequence text) {
    List<Word> words = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = end(text, from);
      if (to > from) {
        words.add(new Word(folded(text.subSequence(from, to).toString()), from, to));
        from = to;
      } else {
        from += Character.charCount(Character.codePointAt(text, from));
      }
    }
    return words;
  }

  private static int end(CharSequence text, int from) {
    int to = from;
    while (to < text.length() && to - from < LONGEST) {
      int sign = Character.codePointAt(text, to);
      if (!isWord(sign)) {
        return to;
      }
      to += Character.charCount(sign);
    }
    return to;
  }

  private static boolean isWord(int sign) {
    return Character.isLetterOrDigit(sign) || Character.getType(sign) == Character.NON_SPACING_MARK;
  }

  /** The words of a text without their places. */
  public static List<String> texts(CharSequence text) {
    return of(text).stream().map(Word::text).toList();
  }

  /** A text in small letters, without accents; the same in every locale. */
  public static String folded(String text) {
    StringBuilder small = new StringBuilder(text.length());
    boolean plain = true;
    for (int i = 0; i < text.length(); i++) {
      char sign = Character.toLowerCase(text.charAt(i));
      plain &= sign < 128;
      small.append(sign);
    }
    return plain ? small.toString() : withoutAccents(small);
  }

  private static String withoutAccents(CharSequence text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder bare = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(sign -> Character.getType(sign) != Character.NON_SPACING_MARK)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  /**
   * Parts of a word that is written in humps, such as Null, Pointer and Exception; none when it has
   * no humps.
   */
  public static List<String> humps(CharSequence text, Word word) {
    List<String> parts = new ArrayList<>();
    int start = word.from();
    for (int i = word.from() + 1; i < word.to(); i++) {
      if (Character.isUpperCase(text.charAt(i)) && startsHump(text, i, word.to())) {
        parts.add(folded(text.subSequence(start, i).toString()));
        start = i;
      }
    }
    if (start == word.from()) {
      return List.of();
    }
    parts.add(folded(text.subSequence(start, word.to()).toString()));
    return parts;
  }

  private static boolean startsHump(CharSequence text, int at, int end) {
    boolean afterSmall = !Character.isUpperCase(text.charAt(at - 1));
    boolean beforeSmall = at + 1 < end && Character.isLowerCase(text.charAt(at + 1));
    return afterSmall || beforeSmall;
  }
}
