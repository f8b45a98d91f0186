package io.vitrine.logs.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** What a file of logs is, found out from how it begins; its name tells nothing. */
enum FileForm {
  /** A list of objects. */
  JSON_LIST,
  /** Objects that may go over several lines. */
  JSON,
  /** An object a line. */
  NDJSON,
  /** A line of names, then a line a record. */
  CSV,
  /** Combined or common log format of a web server. */
  ACCESS_LOG;

  private static final int LOOK = 64 * 1024;
  private static final int START = 4;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The text of a file in UTF-8, unpacked when it is gzip, without a byte order mark. */
  static InputStream open(Path file) throws IOException {
    return text(Files.newInputStream(file), () -> {});
  }

  /**
   * The same of its bytes, which it closes.
   *
   * @param replaced is told of each byte that is none of a text
   */
  static InputStream text(InputStream bytes, Runnable replaced) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes, LOOK);
    try {
      byte[] start = start(in);
      boolean packed = start.length > 1 && start[0] == 0x1f && start[1] == (byte) 0x8b;
      return decoded(
          packed ? new BufferedInputStream(new GZIPInputStream(in, LOOK), LOOK) : in, replaced);
    } catch (IOException broken) {
      in.close();
      throw broken;
    }
  }

  private static byte[] start(BufferedInputStream in) throws IOException {
    in.mark(START);
    byte[] start = in.readNBytes(START);
    in.reset();
    return start;
  }

  private static InputStream decoded(BufferedInputStream in, Runnable replaced) throws IOException {
    byte[] start = start(in);
    if (begins(start, 0xef, 0xbb, 0xbf)) {
      in.skipNBytes(3);
    } else if (begins(start, 0xff, 0xfe) || isWide(start, 0)) {
      in.skipNBytes(begins(start, 0xff) ? 2 : 0);
      return new BufferedInputStream(new Utf8Stream(in, StandardCharsets.UTF_16LE), LOOK);
    } else if (begins(start, 0xfe, 0xff) || isWide(start, 1)) {
      in.skipNBytes(begins(start, 0xfe) ? 2 : 0);
      return new BufferedInputStream(new Utf8Stream(in, StandardCharsets.UTF_16BE), LOOK);
    }
    return new BufferedInputStream(new SoundUtf8Stream(in, replaced), LOOK);
  }

  private static boolean begins(byte[] start, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= start.length || (start[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether every second byte of the beginning is empty: UTF-16 without a mark. */
  private static boolean isWide(byte[] start, int first) {
    for (int i = 0; i < start.length; i++) {
      if ((start[i] != 0) != (i % 2 == first)) {
        return false;
      }
    }
    return start.length == START;
  }

  /** Looks at the beginning of a file. */
  static FileForm of(Path file) throws IOException {
    try (InputStream in = open(file)) {
      String start = new String(in.readNBytes(LOOK), StandardCharsets.UTF_8).stripLeading();
      String line = start.lines().findFirst().orElse("").strip();
      if (start.startsWith("[") && !line.startsWith("[\"") && looksLikeList(start)) {
        return JSON_LIST;
      }
      if (start.startsWith("{")) {
        return line.endsWith("}") ? NDJSON : JSON;
      }
      return AccessLine.looksLike(line) ? ACCESS_LOG : CSV;
    }
  }

  private static boolean looksLikeList(String start) {
    String inner = start.substring(1).stripLeading();
    return inner.isEmpty() || inner.startsWith("{") || inner.startsWith("]");
  }
}
