package io.vitrine.logs.wire;

import io.vitrine.model.Problem;

/** Unpacks the block format of Snappy (google/snappy, format_description.txt). */
final class Snappy {

  private final byte[] packed;
  private final int most;
  private int at;

  private Snappy(byte[] packed, int most) {
    this.packed = packed;
    this.most = most;
  }

  /**
   * The bytes of a block.
   *
   * @param most bytes that it may have
   */
  static byte[] unpack(byte[] packed, int most) {
    try {
      return new Snappy(packed, most).unpack();
    } catch (ArrayIndexOutOfBoundsException broken) {
      throw Problem.caller("broken_snappy", "the body is no whole block of Snappy");
    }
  }

  private byte[] unpack() {
    long length = 0;
    int shift = 0;
    byte part;
    do {
      part = packed[at++];
      length |= (long) (part & 0x7f) << shift;
      shift += 7;
    } while (part < 0 && shift < 35);
    if (length > most) {
      throw new Problem(
          "body_too_large",
          Problem.Category.TOO_LARGE,
          "the body has more than " + most + " bytes when it is unpacked");
    }
    byte[] plain = new byte[(int) length];
    int filled = 0;
    while (at < packed.length) {
      filled = element(plain, filled);
    }
    if (filled != plain.length) {
      throw new ArrayIndexOutOfBoundsException("too short");
    }
    return plain;
  }

  private int element(byte[] plain, int filled) {
    int tag = packed[at++] & 0xff;
    return switch (tag & 3) {
      case 0 -> literal(plain, filled, tag >>> 2);
      case 1 -> copy(plain, filled, 4 + ((tag >>> 2) & 7), ((tag >>> 5) << 8) | number(1));
      case 2 -> copy(plain, filled, 1 + (tag >>> 2), number(2));
      default -> copy(plain, filled, 1 + (tag >>> 2), number(4));
    };
  }

  private int literal(byte[] plain, int filled, int code) {
    int length = code < 60 ? code + 1 : number(code - 59) + 1;
    if (length < 0) {
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

  private int number(int bytes) {
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (packed[at++] & 0xff) << (8 * i);
    }
    return value;
  }
}
