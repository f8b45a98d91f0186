package io.vitrine.store.duckdb;

/**
 * 64-bit hash of a text: FNV-1a over its characters, finished with the mixer of MurmurHash3. It is
 * stored, so it must never change.
 */
final class Hash {

  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hash() {}

  static long of(String text) {
    return mix(add(BASIS, text));
  }

  /** The hash of a number as a text: its decimal digits. */
  static long of(long number) {
    return mix(add(BASIS, number));
  }

  /** The start of a hash that is made piece by piece and ended by {@link #mix}. */
  static long start(String text) {
    return add(BASIS, text);
  }

  static long add(long hash, char character) {
    return (hash ^ character) * PRIME;
  }

  static long add(long hash, String text) {
    long next = hash;
    for (int i = 0; i < text.length(); i++) {
      next = add(next, text.charAt(i));
    }
    return next;
  }

  /** Adds the decimal digits of a number that is not negative. */
  static long add(long hash, long number) {
    long power = 1;
    while (number / power >= 10) {
      power *= 10;
    }
    long next = hash;
    for (long rest = number; power > 0; power /= 10) {
      next = add(next, (char) ('0' + rest / power));
      rest %= power;
    }
    return next;
  }

  static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
