package io.vitrine.intake;

import java.util.BitSet;

/**
 * Finds where the records of a JSON body begin and end without reading them, so that a record that
 * cannot be read costs none beside it. Only the structure is followed: brackets and texts.
 */
final class RecordScanner {

  /** Takes what is found, in the order of the body. */
  interface Sink {

    /** A record from one byte (inclusive) to another (exclusive); it may still be unreadable. */
    void record(int from, int to);

    /** The structure breaks, and nothing behind this byte can be told apart. */
    void broken(int at, String what);
  }

  private final byte[] bytes;
  private final int length;
  private final Sink sink;
  private final BitSet inObject = new BitSet();

  RecordScanner(byte[] bytes, int length, Sink sink) {
    this.bytes = bytes;
    this.length = length;
    this.sink = sink;
  }

  /**
   * Reads a list, one object a line, or objects over several lines; the content tells which. An
   * empty body has no records.
   */
  void scan() {
    int start = afterSpace(afterByteOrderMark());
    if (start == length) {
      return;
    }
    if (bytes[start] == '[') {
      list(start + 1);
    } else if (isOnePerLine(start)) {
      lines(start);
    } else {
      values(start);
    }
  }

  private void list(int from) {
    int at = afterSpace(from);
    if (at < length && bytes[at] == ']') {
      tail(at + 1);
      return;
    }
    while (at >= 0) {
      at = element(at);
    }
  }

  /** Passes one element on and returns where the next begins, or -1 when there is none. */
  private int element(int from) {
    int end = end(from, length);
    if (end < 0) {
      return lost(~end, from);
    }
    sink.record(from, end);
    int next = afterSpace(end);
    if (next < length && bytes[next] == ']') {
      return tail(next + 1);
    }
    if (next < length && bytes[next] == ',') {
      return afterSpace(next + 1);
    }
    return lost(next, next);
  }

  private int lost(int at, int record) {
    String where = at == length ? "ends before it is closed" : "breaks";
    sink.broken(
        at,
        "the list "
            + where
            + "; the record that begins at byte "
            + record
            + " and all after it are lost");
    return -1;
  }

  private int tail(int from) {
    int at = afterSpace(from);
    if (at < length) {
      sink.broken(at, "there is text after the end of the list");
    }
    return -1;
  }

  /** Whether each line stands for itself: the first is whole, or the body is not whole either. */
  private boolean isOnePerLine(int start) {
    int end = end(start, lineEnd(start));
    return end >= 0 || end(start, length) < 0;
  }

  private void lines(int start) {
    int at = start;
    while (at < length) {
      int lineEnd = lineEnd(at);
      int to = beforeSpace(at, lineEnd);
      if (to > at) {
        sink.record(at, to);
      }
      at = afterSpace(lineEnd);
    }
  }

  private void values(int start) {
    int at = start;
    while (at < length) {
      int end = end(at, length);
      if (end < 0) {
        sink.broken(~end, "the object that begins at byte " + at + " is not closed");
        return;
      }
      sink.record(at, end);
      at = afterSpace(end);
    }
  }

  /** The byte after the value that begins here, or the complement of where it breaks. */
  private int end(int from, int limit) {
    if (from >= limit) {
      return ~from;
    }
    return switch (bytes[from]) {
      case '{', '[' -> structureEnd(from, limit);
      case '"' -> textEnd(from, limit);
      case ',', ']', '}', ':' -> ~from;
      default -> scalarEnd(from, limit);
    };
  }

  private int structureEnd(int from, int limit) {
    int depth = 0;
    for (int i = from; i < limit; i++) {
      byte b = bytes[i];
      if (b == '"') {
        int end = textEnd(i, limit);
        if (end < 0) {
          return end;
        }
        i = end - 1;
      } else if (b == '{' || b == '[') {
        inObject.set(depth++, b == '{');
      } else if (b == '}' || b == ']') {
        if (inObject.get(--depth) != (b == '}')) {
          return ~i;
        }
        if (depth == 0) {
          return i + 1;
        }
      }
    }
    return ~limit;
  }

  private int textEnd(int from, int limit) {
    for (int i = from + 1; i < limit; i++) {
      byte b = bytes[i];
      if (b == '"') {
        return i + 1;
      }
      if (b == '\\') {
        i++;
      } else if (b == '\n') {
        return ~i;
      }
    }
    return ~limit;
  }

  private int scalarEnd(int from, int limit) {
    int i = from;
    while (i < limit && !isDelimiter(bytes[i])) {
      i++;
    }
    return i;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < length && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  private int afterByteOrderMark() {
    boolean marked =
        length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }

  private int afterSpace(int from) {
    int i = from;
    while (i < length && isSpace(bytes[i])) {
      i++;
    }
    return i;
  }

  private int beforeSpace(int from, int to) {
    int i = to;
    while (i > from && isSpace(bytes[i - 1])) {
      i--;
    }
    return i;
  }

  private static boolean isDelimiter(byte b) {
    return b == ',' || b == ']' || b == '}' || isSpace(b);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
