package io.vitrine.logs.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Cuts a connection into messages: by their announced length, or at line breaks and zero bytes. */
final class Frames {

  private static final int LONGEST = 256 * 1024;

  private final InputStream in;

  Frames(InputStream in) {
    this.in = in;
  }

  /** The next message; null at the end. */
  @Nullable String next() throws IOException {
    int first = in.read();
    while (first == '\n' || first == '\r' || first == 0) {
      first = in.read();
    }
    if (first < 0) {
      return null;
    }
    return first >= '1' && first <= '9' ? counted(first) : untilEnd(first);
  }

  /** Octet counting of RFC 6587: the length, a space, the message. */
  private String counted(int first) throws IOException {
    int length = first - '0';
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    seen.write(first);
    int sign = in.read();
    while (sign >= '0' && sign <= '9' && length < LONGEST) {
      seen.write(sign);
      length = length * 10 + sign - '0';
      sign = in.read();
    }
    if (sign != ' ' || length > LONGEST) {
      seen.write(Math.max(sign, ' '));
      return rest(seen);
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String untilEnd(int first) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.write(first);
    return rest(line);
  }

  private String rest(ByteArrayOutputStream line) throws IOException {
    for (int sign = in.read(); sign > 0 && sign != '\n'; sign = in.read()) {
      if (line.size() < LONGEST) {
        line.write(sign);
      }
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }
}
