package io.vitrine.logs.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The one message of Protocol Buffers that we write. */
final class ProtoWriter {

  private ProtoWriter() {}

  /** An ExportLogsServiceResponse that counts records that are no logs. */
  static byte[] partialSuccess(long rejected, String detail) {
    ByteArrayOutputStream partial = new ByteArrayOutputStream();
    varint(partial, 1 << 3);
    varint(partial, rejected);
    bytes(partial, 2, detail.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    bytes(response, 1, partial.toByteArray());
    return response.toByteArray();
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] content) {
    varint(out, (field << 3) | 2);
    varint(out, content.length);
    out.writeBytes(content);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long left = value;
    while (left >= 0x80) {
      out.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }
}
