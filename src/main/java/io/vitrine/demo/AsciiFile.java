package io.vitrine.demo;

import java.io.IOException;
import java.io.OutputStream;

/** A text file of plain characters, written fast. A line holds at most 8,192 of them. */
final class AsciiFile implements AutoCloseable {

  private static final int ROOM = 1 << 16;
  private static final int LONGEST = 8_192;
  private static final int DIGITS = 20;

  private final OutputStream out;
  private final byte[] bytes = new byte[ROOM];
  private final byte[] digits = new byte[DIGITS];
  private int length;

  AsciiFile(OutputStream out, String header) throws IOException {
    this.out = out;
    text(header).end();
  }

  AsciiFile text(String text) {
    for (int at = 0; at < text.length(); at++) {
      bytes[length++] = (byte) text.charAt(at);
    }
    return this;
  }

  AsciiFile letter(char letter) {
    bytes[length++] = (byte) letter;
    return this;
  }

  /** Adds a number that is not negative. */
  AsciiFile number(long number) {
    int start = DIGITS;
    long rest = number;
    do {
      digits[--start] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    System.arraycopy(digits, start, bytes, length, DIGITS - start);
    length += DIGITS - start;
    return this;
  }

  /** Adds thousandths with their point, such as 277.200 for 277,200. */
  AsciiFile thousandths(long number) {
    long rest = number % 1_000;
    return number(number / 1_000)
        .letter('.')
        .number(rest / 100)
        .number(rest / 10 % 10)
        .number(rest % 10);
  }

  void end() throws IOException {
    bytes[length++] = '\n';
    if (length > ROOM - LONGEST) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write(bytes, 0, length);
    length = 0;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }
}
