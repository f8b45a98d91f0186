package io.vitrine.logs.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a stream in another encoding, as UTF-8. */
final class Utf8Stream extends InputStream {

  private static final int AT_ONCE = 8 * 1024;

  private final Reader text;
  private final char[] signs = new char[AT_ONCE];
  private byte[] bytes = new byte[0];
  private int at;

  Utf8Stream(InputStream in, Charset encoding) {
    text = new InputStreamReader(in, encoding);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int read = Math.min(most, bytes.length - at);
    System.arraycopy(bytes, at, into, from, read);
    at += read;
    return read;
  }

  private boolean fill() throws IOException {
    if (at < bytes.length) {
      return true;
    }
    int read = text.read(signs, 0, AT_ONCE - 1);
    if (read <= 0) {
      return false;
    }
    bytes = new String(signs, 0, whole(read)).getBytes(StandardCharsets.UTF_8);
    at = 0;
    return true;
  }

  /** Both halves of a sign belong together; the second is the next sign of the text. */
  private int whole(int read) throws IOException {
    if (!Character.isHighSurrogate(signs[read - 1])) {
      return read;
    }
    int second = text.read();
    if (second < 0) {
      return read;
    }
    signs[read] = (char) second;
    return read + 1;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
