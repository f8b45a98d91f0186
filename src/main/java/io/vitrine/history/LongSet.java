package io.vitrine.history;

/**
 * Distinct hashes of 64 bits, 16 bytes each. Two different things have the same hash once in some
 * billions of pairs of millions, so that a count is exact for all purposes of a report.
 */
final class LongSet {

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private long[] slots = new long[1024];
  private int size;
  private boolean zero;

  /** Whether it was not there yet. */
  boolean add(String text) {
    return add(hash(text));
  }

  boolean contains(String text) {
    long hash = hash(text);
    return hash == 0 ? zero : slots[slot(slots, hash)] == hash;
  }

  long size() {
    return size + (zero ? 1L : 0L);
  }

  private boolean add(long hash) {
    if (hash == 0) {
      boolean fresh = !zero;
      zero = true;
      return fresh;
    }
    int slot = slot(slots, hash);
    if (slots[slot] == hash) {
      return false;
    }
    slots[slot] = hash;
    if (++size * 2 > slots.length) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long hash : slots) {
      if (hash != 0) {
        larger[slot(larger, hash)] = hash;
      }
    }
    slots = larger;
  }

  private static int slot(long[] slots, long hash) {
    int slot = (int) (hash & (slots.length - 1));
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private static long hash(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * MIX;
      hash ^= hash >>> 29;
    }
    return hash ^ (hash >>> 32);
  }
}
