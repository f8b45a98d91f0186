package io.vitrine.store.lucene;

import io.vitrine.model.LogWords;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/**
 * The words of a text as {@link LogWords} cuts them, in UTF-8 and without an object a word: texts
 * of logs are plain ASCII with few exceptions, and of those the words are stretches of the text in
 * small letters. The humps of a word stand at its own place. One cut serves one text after the
 * other.
 */
final class Cut {

  private static final int EXPECTED = 16;

  private byte[] bytes = new byte[EXPECTED * EXPECTED];
  private int length;
  private boolean plain;
  private int[] from = new int[EXPECTED];
  private int[] to = new int[EXPECTED];
  private boolean[] atSamePlace = new boolean[EXPECTED];
  private int count;

  /** Cuts a text; what was cut before is forgotten. */
  void cut(String text) {
    count = 0;
    plain = holdSmall(text);
    if (plain) {
      findWords(text);
    } else {
      cutAny(text);
    }
  }

  /** Keeps a text in small letters, unless it has other signs than those of ASCII. */
  private boolean holdSmall(String text) {
    length = text.length();
    if (bytes.length < length) {
      bytes = new byte[Math.max(length, 2 * bytes.length)];
    }
    for (int i = 0; i < length; i++) {
      char sign = text.charAt(i);
      if (sign >= 128) {
        return false;
      }
      bytes[i] = (byte) (isCapital(sign) ? sign | 0x20 : sign);
    }
    return true;
  }

  private void cutAny(String text) {
    length = 0;
    for (LogWords.Word word : LogWords.of(text)) {
      append(word.text(), false);
      LogWords.humps(text, word).forEach(hump -> append(hump, true));
    }
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

  /** Whether the text is plain ASCII: then it can be shown whole. */
  boolean isPlain() {
    return plain;
  }

  /** Lets a reference show the whole text in small letters; it holds until the next text. */
  void showWhole(BytesRef into) {
    into.bytes = bytes;
    into.offset = 0;
    into.length = length;
  }

  /** Lets a reference show a word; it holds until the next text. */
  void show(int word, BytesRef into) {
    into.bytes = bytes;
    into.offset = from[word];
    into.length = to[word] - from[word];
  }
}
