package io.vitrine.history;

import java.nio.charset.StandardCharsets;

/**
 * The fields of one line of CSV (RFC 4180, without line breaks inside of a field), found in place.
 * Used again for the next line.
 */
final class Line {

  /** A text that is no number. */
  static final long NOT_A_NUMBER = Long.MIN_VALUE + 1;

  private static final long MOST = 1_000_000_000_000_000_000L;

  private byte[] bytes = new byte[0];
  private final int[] begins;
  private final int[] ends;
  private int count;
  private int begin;
  private int end;

  /** Of a file with some columns; fields beyond are counted only. */
  Line(int columns) {
    this.begins = new int[columns];
    this.ends = new int[columns];
  }

  /** Reads the line that begins somewhere; returns where the next one begins. */
  int read(byte[] from, int position, int length) {
    bytes = from;
    begin = position;
    count = 0;
    int field = position;
    int at = position;
    while (at < length && from[at] != '\n') {
      byte character = from[at];
      if (character == '"') {
        return readQuoted(position, length);
      }
      if (character == ',') {
        add(field, at);
        field = at + 1;
      }
      at++;
    }
    end = at > field && from[at - 1] == '\r' ? at - 1 : at;
    add(field, end);
    return at + 1;
  }

  private void add(int from, int to) {
    if (count < begins.length) {
      begins[count] = from;
      ends[count] = to;
    }
    count++;
  }

  private int readQuoted(int position, int length) {
    int stop = position;
    while (stop < length && bytes[stop] != '\n') {
      stop++;
    }
    end = stop > position && bytes[stop - 1] == '\r' ? stop - 1 : stop;
    count = 0;
    boolean quoted = false;
    int field = position;
    for (int at = position; at <= end; at++) {
      if (at < end && bytes[at] == '"') {
        quoted = !quoted;
      }
      if (at == end || (bytes[at] == ',' && !quoted)) {
        addUnquoted(field, at);
        field = at + 1;
      }
    }
    return stop + 1;
  }

  private void addUnquoted(int from, int to) {
    boolean quoted = to - from >= 2 && bytes[from] == '"' && bytes[to - 1] == '"';
    add(quoted ? from + 1 : from, quoted ? to - 1 : to);
  }

  /** How many fields the line has. */
  int count() {
    return count;
  }

  boolean isBlank() {
    return end == begin;
  }

  boolean isEmpty(int column) {
    return begins[column] == ends[column];
  }

  /** A field as it stands in the file, quotes around it left out. */
  byte[] bytes(int column) {
    return java.util.Arrays.copyOfRange(bytes, begins[column], ends[column]);
  }

  String text(int column) {
    return new String(bytes, begins[column], ends[column] - begins[column], StandardCharsets.UTF_8);
  }

  /** The whole line. */
  String whole() {
    return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
  }

  boolean is(int column, byte[] word) {
    return java.util.Arrays.equals(bytes, begins[column], ends[column], word, 0, word.length);
  }

  /** A whole number; {@code 8693.0} is 8693. {@link #NOT_A_NUMBER} for anything else. */
  long number(int column) {
    int at = begins[column];
    int stop = ends[column];
    boolean negative = at < stop && bytes[at] == '-';
    if (negative) {
      at++;
    }
    if (at == stop) {
      return NOT_A_NUMBER;
    }
    long number = 0;
    while (at < stop && bytes[at] != '.') {
      int digit = bytes[at++] - '0';
      if (digit < 0 || digit > 9 || number >= MOST / 10) {
        return NOT_A_NUMBER;
      }
      number = number * 10 + digit;
    }
    return isZeros(at, stop) ? signed(number, negative) : NOT_A_NUMBER;
  }

  private static long signed(long number, boolean negative) {
    return negative ? -number : number;
  }

  /** Whether nothing but a point and zeros follows. */
  private boolean isZeros(int from, int stop) {
    for (int at = from; at < stop; at++) {
      if (bytes[at] != (at == from ? '.' : '0')) {
        return false;
      }
    }
    return true;
  }
}
