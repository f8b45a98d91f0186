package io.vitrine.logs.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

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

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The bytes of a file, unpacked when it is gzip, without a byte order mark. */
  static InputStream open(Path file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), LOOK);
    in.mark(4);
    int first = in.read();
    int second = in.read();
    in.reset();
    InputStream plain = in;
    if (first == 0x1f && second == 0x8b) {
      try {
        plain = new BufferedInputStream(new GZIPInputStream(in, LOOK), LOOK);
      } catch (ZipException broken) {
        in.close();
        throw broken;
      }
    }
    plain.mark(4);
    boolean marked = plain.read() == 0xef && plain.read() == 0xbb && plain.read() == 0xbf;
    if (!marked) {
      plain.reset();
    }
    return plain;
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
