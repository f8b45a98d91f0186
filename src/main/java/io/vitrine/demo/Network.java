package io.vitrine.demo;

import com.google.errorprone.annotations.Immutable;

/**
 * A block of IPv4 addresses.
 *
 * @param base first address as a number
 * @param size number of addresses
 */
@Immutable
record Network(long base, int size) {

  /** Reads {@code 86.192.0.0/11}. */
  static Network of(String text) {
    int slash = text.indexOf('/');
    int bits = Integer.parseInt(text.substring(slash + 1));
    return new Network(number(text.substring(0, slash)), 1 << (32 - bits));
  }

  private static long number(String address) {
    long number = 0;
    for (String octet : address.split("\\.", -1)) {
      number = number * 256 + Integer.parseInt(octet);
    }
    return number;
  }

  String address(Dice dice) {
    long number = base + dice.below(size);
    long host = Math.clamp(number & 255, 1, 254);
    return (number >> 24) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + host;
  }
}
