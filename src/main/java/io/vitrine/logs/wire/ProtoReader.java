package io.vitrine.logs.wire;

import io.vitrine.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a message of Protocol Buffers field by field. */
final class ProtoReader {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final byte[] bytes;
  private final int end;
  private int at;
  private int wire;

  ProtoReader(byte[] bytes) {
    this(bytes, bytes.length);
  }

  /** Reads the first bytes of an array. */
  ProtoReader(byte[] bytes, int length) {
    this(bytes, 0, length);
  }

  private ProtoReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /**
   * Number of the next field; 0 at the end. What is not read of a field is passed by {@link #skip}.
   */
  int next() {
    if (at >= end) {
      return 0;
    }
    long tag = varint();
    wire = (int) (tag & 7);
    return (int) (tag >>> 3);
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte part = one();
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw broken();
  }

  long fixed64() {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value |= (one() & 0xffL) << (8 * i);
    }
    return value;
  }

  /** A message within this one. */
  ProtoReader message() {
    int length = length();
    ProtoReader inner = new ProtoReader(bytes, at, at + length);
    at += length;
    return inner;
  }

  byte[] content() {
    int length = length();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  String text() {
    return new String(content(), StandardCharsets.UTF_8);
  }

  void skip() {
    switch (wire) {
      case VARINT -> varint();
      case FIXED64 -> pass(8);
      case BYTES -> pass(length());
      case FIXED32 -> pass(4);
      default -> throw broken();
    }
  }

  private void pass(int count) {
    if (count > end - at) {
      throw broken();
    }
    at += count;
  }

  private int length() {
    long length = varint();
    if (length < 0 || length > end - at) {
      throw broken();
    }
    return (int) length;
  }

  private byte one() {
    if (at >= end) {
      throw broken();
    }
    return bytes[at++];
  }

  private static Problem broken() {
    return Problem.caller("broken_protobuf", "the body is no whole message of Protocol Buffers");
  }
}
