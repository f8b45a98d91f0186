package io.vitrine.logs.wire;

import io.vitrine.model.Problem;
import java.util.function.LongConsumer;

/** Unpacks the block format of Snappy (google/snappy, format_description.txt). */
final class Snappy {

  private final byte[] packed;
  private final int end;
  private int at;

  private Snappy(byte[] packed, int end) {
    this.packed = packed;
    this.end = end;
  }

  /**
   * The bytes of a block.
   *
   * @param packed of which the first {@code length} bytes count
   * @param room is told how many bytes there are, and throws when they are too many
   */
  static byte[] unpack(byte[] packed, int length, LongConsumer room) {
    try {
      return new Snappy(packed, length).unpack(room);
    } catch (ArrayIndexOutOfBoundsException broken) {
      throw Problem.caller("broken_snappy", "the body is no whole block of Snappy");
    }
  }

  private byte[] unpack(LongConsumer room) {
    long length = 0;
    int shift = 0;
    byte part;
    do {
      part = one();
      length |= (long) (part & 0x7f) << shift;
      shift += 7;
    } while (part < 0 && shift < 35);
    room.accept(length);
    byte[] plain = new byte[(int) length];
    int filled = 0;
    while (at < end) {
      filled = element(plain, filled);
    }
    if (filled != plain.length) {
      throw new ArrayIndexOutOfBoundsException("too short");
    }
    return plain;
  }

  private int element(byte[] plain, int filled) {
    int tag = one() & 0xff;
    return switch (tag & 3) {
      case 0 -> literal(plain, filled, tag >>> 2);
      case 1 -> copy(plain, filled, 4 + ((tag >>> 2) & 7), ((tag >>> 5) << 8) | number(1));
      case 2 -> copy(plain, filled, 1 + (tag >>> 2), number(2));
      default -> copy(plain, filled, 1 + (tag >>> 2), number(4));
    };
  }

  private int literal(byte[] plain, int filled, int code) {
    int length = code < 60 ? code + 1 : number(code - 59) + 1;
    if (length < 0 || length > end - at) {
      throw new ArrayIndexOutOfBoundsException(length);
    }
    System.arraycopy(packed, at, plain, filled, length);
    at += length;
    return filled + length;
  }

  private static int copy(byte[] plain, int filled, int length, int distance) {
    if (distance <= 0) {
      throw new ArrayIndexOutOfBoundsException(distance);
    }
    for (int i = filled; i < filled + length; i++) {
      plain[i] = plain[i - distance];
    }
    return filled + length;
  }

  private byte one() {
    if (at >= end) {
      throw new ArrayIndexOutOfBoundsException(at);
    }
    return packed[at++];
  }

  private int number(int bytes) {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (one() & 0xff) << (8 * i);
    }
    return value;
  }
}
