package io.vitrine.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file of plain characters, written fast. */
final class AsciiFile implements AutoCloseable {

  private static final int ROOM = 1 << 16;
  private static final int LONGEST = 8_192;

  private final OutputStream out;
  private final byte[] bytes = new byte[ROOM];
  private int length;

  AsciiFile(Path file, String header) throws IOException {
    out = Files.newOutputStream(file);
    line(header);
  }

  /** Adds a text of at most 8,192 plain characters and the end of the line. */
  void line(CharSequence text) throws IOException {
    if (length > ROOM - LONGEST) {
      flush();
    }
    for (int at = 0; at < text.length(); at++) {
      bytes[length++] = (byte) text.charAt(at);
    }
    bytes[length++] = '\n';
  }

  private void flush() throws IOException {
    out.write(bytes, 0, length);
    length = 0;
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }
}
