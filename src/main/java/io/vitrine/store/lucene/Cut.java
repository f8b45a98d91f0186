package io.vitrine.store.lucene;

import io.vitrine.model.LogWords;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.util.BytesRef;

/**
 * The words of a text as {@link LogWords} cuts them, in UTF-8 and without an object a word: texts
 * of logs are plain ASCII with few exceptions, and of those the words are stretches of the text in
 * small letters. The humps of a word stand at its own place.
 */
final class Cut {

  private static final int EXPECTED = 16;

  private byte[] bytes;
  private int length;
  private int[] from = new int[EXPECTED];
  private int[] to = new int[EXPECTED];
  private boolean[] atSamePlace = new boolean[EXPECTED];
  private int count;

  private Cut(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  static Cut of(String text) {
    byte[] small = new byte[text.length()];
    for (int i = 0; i < small.length; i++) {
      char sign = text.charAt(i);
      if (sign >= 128) {
        return ofAny(text);
      }
      small[i] = (byte) (isCapital(sign) ? sign | 0x20 : sign);
    }
    Cut cut = new Cut(small, small.length);
    cut.findWords(text);
    return cut;
  }

  /** Whole names, each a word. */
  static Cut ofNames(Collection<String> names) {
    Cut cut = new Cut(new byte[names.size() * EXPECTED], 0);
    names.forEach(name -> cut.append(name, false));
    return cut;
  }

  private static Cut ofAny(String text) {
    Cut cut = new Cut(new byte[2 * text.length()], 0);
    for (LogWords.Word word : LogWords.of(text)) {
      cut.append(word.text(), false);
      LogWords.humps(text, word).forEach(hump -> cut.append(hump, true));
    }
    return cut;
  }

  private void append(String word, boolean samePlace) {
    byte[] encoded = word.getBytes(StandardCharsets.UTF_8);
    if (length + encoded.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (length + encoded.length));
    }
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    add(length, length + encoded.length, samePlace);
    length += encoded.length;
  }

  private void add(int start, int end, boolean samePlace) {
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
      atSamePlace = Arrays.copyOf(atSamePlace, 2 * count);
    }
    from[count] = start;
    to[count] = end;
    atSamePlace[count++] = samePlace;
  }

  private void findWords(String text) {
    int at = 0;
    while (at < length) {
      if (!isWord(bytes[at])) {
        at++;
        continue;
      }
      int end = at;
      int furthest = Math.min(length, at + LogWords.LONGEST);
      while (end < furthest && isWord(bytes[end])) {
        end++;
      }
      add(at, end, false);
      findHumps(text, at, end);
      at = end;
    }
  }

  private void findHumps(String text, int start, int end) {
    int hump = start;
    for (int i = start + 1; i < end; i++) {
      if (isCapital(text.charAt(i)) && startsHump(text, i, end)) {
        add(hump, i, true);
        hump = i;
      }
    }
    if (hump > start) {
      add(hump, end, true);
    }
  }

  private static boolean startsHump(String text, int at, int end) {
    return !isCapital(text.charAt(at - 1))
        || (at + 1 < end && text.charAt(at + 1) >= 'a' && text.charAt(at + 1) <= 'z');
  }

  private static boolean isCapital(char sign) {
    return sign >= 'A' && sign <= 'Z';
  }

  private static boolean isWord(byte small) {
    return (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
  }

  int count() {
    return count;
  }

  /** Whether a word stands where the one before it does. */
  boolean isAtSamePlace(int word) {
    return atSamePlace[word];
  }

  /** Lets a reference show a word; it holds until the cut is gone. */
  void show(int word, BytesRef into) {
    into.bytes = bytes;
    into.offset = from[word];
    into.length = to[word] - from[word];
  }
}
