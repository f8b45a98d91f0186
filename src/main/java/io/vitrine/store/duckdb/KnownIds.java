package io.vitrine.store.duckdb;

import java.util.ArrayList;
import java.util.List;

/**
 * Says of an id whether it may be in the store: never wrong when it says no, wrong about once in
 * ten thousand when it says maybe. A Bloom filter in layers (Bloom 1970; layers as in Almeida et
 * al. 2007) of 20 bits a key, so that it grows with the store. One thread at a time.
 */
final class KnownIds {

  private static final int BITS_PER_KEY = 20;
  private static final int PROBES = 12;
  private static final long FIRST_KEYS = 1 << 17;
  private static final long MOST_KEYS = 1 << 25;

  private final List<Layer> layers = new ArrayList<>();

  KnownIds() {
    layers.add(new Layer(FIRST_KEYS));
  }

  boolean mayContain(long hash) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      if (layers.get(i).contains(hash)) {
        return true;
      }
    }
    return false;
  }

  void add(long hash) {
    Layer last = layers.getLast();
    if (last.isFull()) {
      last = new Layer(Math.min(MOST_KEYS, last.keys * 4));
      layers.add(last);
    }
    last.add(hash);
  }

  private static final class Layer {

    private final long keys;
    private final long[] words;
    private long added;

    Layer(long keys) {
      this.keys = keys;
      this.words = new long[Math.toIntExact(keys * BITS_PER_KEY / Long.SIZE)];
    }

    boolean isFull() {
      return added >= keys;
    }

    void add(long hash) {
      added++;
      long step = Hash.mix(hash) | 1;
      long place = hash;
      for (int i = 0; i < PROBES; i++) {
        words[word(place)] |= 1L << place;
        place += step;
      }
    }

    boolean contains(long hash) {
      long step = Hash.mix(hash) | 1;
      long place = hash;
      for (int i = 0; i < PROBES; i++) {
        if ((words[word(place)] & (1L << place)) == 0) {
          return false;
        }
        place += step;
      }
      return true;
    }

    private int word(long place) {
      return (int) Math.unsignedMultiplyHigh(Hash.mix(place), words.length);
    }
  }
}
