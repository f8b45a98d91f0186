package io.vitrine.accounts;

/** The letters and digits that people type secrets with (RFC 4648), without padding. */
final class Base32 {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;
  private static final int LAST = (1 << BITS) - 1;

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int count = 0;
    for (byte next : bytes) {
      held = (held << Byte.SIZE) | (next & 0xff);
      count += Byte.SIZE;
      while (count >= BITS) {
        count -= BITS;
        text.append(LETTERS.charAt((held >> count) & LAST));
      }
      held &= (1 << count) - 1;
    }
    if (count > 0) {
      text.append(LETTERS.charAt((held << (BITS - count)) & LAST));
    }
    return text.toString();
  }

  /** The bytes of a text that {@link #encode} made. */
  static byte[] decode(String text) {
    byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
    int held = 0;
    int count = 0;
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      held = (held << BITS) | LETTERS.indexOf(text.charAt(i));
      count += BITS;
      if (count >= Byte.SIZE) {
        count -= Byte.SIZE;
        bytes[at++] = (byte) (held >> count);
        held &= (1 << count) - 1;
      }
    }
    return bytes;
  }
}
