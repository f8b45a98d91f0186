package io.vitrine.bench;

import java.util.Arrays;

/** Durations in nanoseconds. Not thread-safe. */
final class Samples {

  private long[] nanos = new long[64];
  private int size;

  void add(long duration) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * size);
    }
    nanos[size++] = duration;
  }

  void addAll(Samples others) {
    for (int i = 0; i < others.size; i++) {
      add(others.nanos[i]);
    }
  }

  void forget() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** The smallest sample that a part of all, 0 to 1, does not exceed; in milliseconds. */
  double millis(double part) {
    if (size == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    long[] sorted = Arrays.copyOf(nanos, size);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(part * size) - 1)] / 1e6;
  }
}
