package io.vitrine.demo;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes a written file line by line, without a disk. */
abstract class CountedLines extends OutputStream {

  private byte[] line = new byte[256];
  private int length;
  private boolean inHeader = true;

  @Override
  public void write(int one) {
    if (one == '\n') {
      end();
      return;
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, 2 * length);
    }
    line[length++] = (byte) one;
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    for (int at = from; at < from + count; at++) {
      write(bytes[at]);
    }
  }

  private void end() {
    String text = new String(line, 0, length, StandardCharsets.US_ASCII);
    length = 0;
    if (inHeader) {
      inHeader = false;
      return;
    }
    line(text);
  }

  abstract void line(String text);
}
