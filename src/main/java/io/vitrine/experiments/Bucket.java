package io.vitrine.experiments;

import java.nio.charset.StandardCharsets;

/**
 * Where a unit falls, from 0 to 1: the same unit always at the same place, evenly spread, and
 * independent between salts. The hash is FNV-1a of 64 bits over the UTF-8 bytes of the salt, a zero
 * byte and the unit (Fowler, Noll, Vo), mixed by the finaliser of MurmurHash3 (Appleby), because
 * FNV alone leaves the upper bits of short texts uneven; its upper 53 bits are the place. {@code
 * docs/flags.md} has it with examples, so that others can compute it too.
 */
final class Bucket {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Bucket() {}

  static double of(String salt, String unit) {
    long hash = add(add(OFFSET, salt) * PRIME, unit);
    return (mixed(hash) >>> 11) * 0x1.0p-53;
  }

  private static long add(long start, String text) {
    long hash = start;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char sign = text.charAt(i);
      if (sign >= 0x80) {
        return addBytes(hash, text.substring(i).getBytes(StandardCharsets.UTF_8));
      }
      hash = (hash ^ sign) * PRIME;
    }
    return hash;
  }

  private static long addBytes(long start, byte[] bytes) {
    long hash = start;
    for (byte one : bytes) {
      hash = (hash ^ (one & 0xff)) * PRIME;
    }
    return hash;
  }

  private static long mixed(long hash) {
    long first = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    long second = (first ^ (first >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return second ^ (second >>> 33);
  }
}
