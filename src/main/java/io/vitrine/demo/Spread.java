package io.vitrine.demo;

/**
 * Numbers from 0 to a size, each once, in another order: {@code number * step + shift} modulo the
 * size, with a step that has no divisor in common with it.
 *
 * @param size how many
 * @param step from one to the next
 * @param shift where 0 goes
 */
record Spread(long size, long step, long shift) {

  private static final double GOLDEN = 0.618_033_988_749_895;

  static Spread of(long size, long shift) {
    long step = Math.max(1, (long) (size * GOLDEN));
    while (divisor(size, step) > 1) {
      step++;
    }
    return new Spread(size, step, shift % size);
  }

  private static long divisor(long one, long other) {
    return other == 0 ? one : divisor(other, one % other);
  }

  int at(long number) {
    return (int) ((number * step + shift) % size);
  }
}
