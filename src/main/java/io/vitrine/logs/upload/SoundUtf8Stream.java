package io.vitrine.logs.upload;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a stream that is meant to be UTF-8. Each byte that is none of it becomes the sign
 * U+FFFD and is told, so that a log with a name in another encoding is kept and nobody takes it for
 * what was sent.
 */
final class SoundUtf8Stream extends InputStream {

  private static final int AT_ONCE = 16 * 1024;

  /** U+FFFD in UTF-8. */
  private static final byte[] UNKNOWN = {(byte) 0xef, (byte) 0xbf, (byte) 0xbd};

  private final InputStream in;
  private final Runnable replaced;
  private final byte[] raw = new byte[AT_ONCE];
  private final byte[] sound = new byte[AT_ONCE * UNKNOWN.length];
  private int rawEnd;
  private int at;
  private int end;
  private boolean over;

  SoundUtf8Stream(InputStream in, Runnable replaced) {
    this.in = in;
    this.replaced = replaced;
  }

  @Override
  public int read() throws IOException {
    return fill() ? sound[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (most == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int read = Math.min(most, end - at);
    System.arraycopy(sound, at, into, from, read);
    at += read;
    return read;
  }

  private boolean fill() throws IOException {
    while (at == end && !(over && rawEnd == 0)) {
      int read = over ? -1 : in.read(raw, rawEnd, AT_ONCE - rawEnd);
      over |= read < 0;
      rawEnd += Math.max(0, read);
      at = 0;
      end = 0;
      pass();
    }
    return at < end;
  }

  /** What may go on in the next stretch waits for it. */
  private void pass() {
    int next = 0;
    while (next < rawEnd) {
      int length = length(next);
      if (length > rawEnd - next && !over) {
        break;
      }
      if (length == 0 || length > rawEnd - next) {
        replaced.run();
        append(UNKNOWN, 0, UNKNOWN.length);
        next++;
      } else {
        append(raw, next, length);
        next += length;
      }
    }
    System.arraycopy(raw, next, raw, 0, rawEnd - next);
    rawEnd -= next;
  }

  private void append(byte[] bytes, int from, int length) {
    if (length == 1) {
      sound[end++] = bytes[from];
      return;
    }
    System.arraycopy(bytes, from, sound, end, length);
    end += length;
  }

  /**
   * How many bytes the sign has that begins somewhere; 0 when none does. As far as its bytes are
   * here they are looked at (RFC 3629, 4).
   */
  private int length(int from) {
    int first = raw[from] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    int length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    for (int i = 1; i < length && from + i < rawEnd; i++) {
      int next = raw[from + i] & 0xff;
      if (next < least(first, i) || next > most(first, i)) {
        return 0;
      }
    }
    return length;
  }

  /** No sign is written longer than it need be. */
  private static int least(int first, int place) {
    if (place > 1) {
      return 0x80;
    }
    return first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
  }

  /** No halves of signs, nothing beyond U+10FFFF. */
  private static int most(int first, int place) {
    if (place > 1) {
      return 0xbf;
    }
    return first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
