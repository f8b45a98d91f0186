package io.vitrine.demo;

import java.util.List;

/**
 * Deterministic randomness: the same keys give the same rolls on every machine. SplitMix64 (Steele,
 * Lea and Flood 2014, "Fast splittable pseudorandom number generators").
 */
final class Dice {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** Dice of their own for a thing named by keys. */
  static Dice of(long... keys) {
    return new Dice(hash(keys));
  }

  /** A well mixed number for keys. */
  static long hash(long... keys) {
    long mixed = GOLDEN;
    for (long key : keys) {
      mixed = mix(mixed ^ mix(key + GOLDEN));
    }
    return mixed;
  }

  private static long mix(long value) {
    long once = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
    return twice ^ (twice >>> 31);
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** From 0 (inclusive) to a bound (exclusive). */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** From a low (inclusive) to a high (exclusive). */
  double between(double low, double high) {
    return low + unit() * (high - low);
  }

  /** Standard normal, by Box and Muller. */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * normal());
  }

  double exponential(double mean) {
    return -mean * StrictMath.log(1 - unit());
  }

  /** A count with a mean, by adding waiting times. */
  int poisson(double mean) {
    int count = 0;
    double waited = exponential(1);
    while (waited < mean) {
      count++;
      waited += exponential(1);
    }
    return count;
  }

  <T> T pick(List<T> things) {
    return things.get(below(things.size()));
  }
}
