package io.vitrine.logs.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A message of GELF 1.1 as fields: those of its own begin with an underscore, which is left out.
 */
final class GelfMessage {

  private static final int LARGEST = 2 * 1024 * 1024;

  private GelfMessage() {}

  /** The JSON of a datagram, unpacked when it is gzip or zlib. */
  static String unpacked(byte[] sent) throws IOException {
    boolean gzip = sent.length > 2 && (sent[0] & 0xff) == 0x1f && (sent[1] & 0xff) == 0x8b;
    boolean zlib = sent.length > 2 && (sent[0] & 0xff) == 0x78;
    if (!gzip && !zlib) {
      return new String(sent, StandardCharsets.UTF_8);
    }
    ByteArrayInputStream packed = new ByteArrayInputStream(sent);
    try (InputStream plain = gzip ? new GZIPInputStream(packed) : new InflaterInputStream(packed)) {
      return new String(plain.readNBytes(LARGEST), StandardCharsets.UTF_8);
    }
  }

  /** The fields of a message; null when it is none. */
  static @Nullable Map<String, Object> read(String json) {
    Map<String, Object> given = Json.object(json);
    if (given == null || given.get("short_message") == null) {
      return null;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("log_type", "log");
    given.forEach((name, value) -> put(fields, name, value));
    Object whole = fields.remove("full_message");
    if (whole != null) {
      fields.put("stack_trace", whole);
    }
    fields.putIfAbsent("source", "gelf");
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, Object value) {
    switch (name) {
      case "version", "_id" -> {}
      case "short_message" -> fields.put("message", value);
      case "facility" -> fields.putIfAbsent("service", value);
      default -> fields.put(name.startsWith("_") ? name.substring(1) : name, value);
    }
  }
}
