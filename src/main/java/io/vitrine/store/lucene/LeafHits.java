package io.vitrine.store.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The hits in one leaf of the index: a list while they are few, else a set of bits. Where most logs
 * of the leaf are hits, those that are none are counted and taken from what is known of all.
 */
final class LeafHits implements LeafCollector {

  /** What is done with the hits when all are there. */
  interface Counting {
    void count(LeafHits hits) throws IOException;
  }

  /** More hits than one log in so many are a set. */
  private static final int SPARSE = 128;

  private static final int FEW = 1_024;
  private static final int FIRST = 64;

  private final LeafReader leaf;
  private final WholeLeaves whole;
  private final Counting counting;
  private final int most;
  private int[] list = new int[FIRST];
  private int count;
  private @Nullable FixedBitSet set;
  private boolean inverse;

  LeafHits(LeafReader leaf, WholeLeaves whole, Counting counting) {
    this.leaf = leaf;
    this.whole = whole;
    this.counting = counting;
    this.most = Math.max(FEW, leaf.maxDoc() / SPARSE);
  }

  @Override
  public void setScorer(Scorable scorer) {
    // Hits are counted, not weighed.
  }

  @Override
  public void collect(int document) {
    if (set == null && count == list.length) {
      makeRoom(1);
    }
    if (set != null) {
      set.set(document);
    } else {
      list[count++] = document;
    }
  }

  @Override
  public void collectRange(int from, int to) {
    if (set == null) {
      makeRoom(to - from);
    }
    if (set != null) {
      set.set(from, to);
      return;
    }
    for (int document = from; document < to; document++) {
      list[count++] = document;
    }
  }

  private void makeRoom(int more) {
    if (count + more <= most) {
      list = Arrays.copyOf(list, Math.min(most, Math.max(2 * list.length, count + more)));
      return;
    }
    FixedBitSet bits = new FixedBitSet(leaf.maxDoc());
    for (int i = 0; i < count; i++) {
      bits.set(list[i]);
    }
    set = bits;
  }

  @Override
  public void finish() throws IOException {
    if (set != null) {
      count = set.cardinality();
      inverse = count > leaf.maxDoc() / 2;
      if (inverse) {
        set.flip(0, leaf.maxDoc());
      }
    }
    if (count > 0) {
      counting.count(this);
    }
  }

  int count() {
    return count;
  }

  /** A column of a facet. */
  SortedDocValues column(String field) throws IOException {
    return WholeLeaves.column(leaf, field);
  }

  /** How many hits have each value of a facet, by the value's number in the column. */
  long[] values(String field) throws IOException {
    SortedDocValues column = column(field);
    long[] counts = new long[column.getValueCount()];
    see(column, counts);
    if (inverse) {
      long[] all = whole.values(leaf, field);
      for (int i = 0; i < counts.length; i++) {
        counts[i] = all[i] - counts[i];
      }
    }
    return counts;
  }

  private void see(SortedDocValues column, long[] counts) throws IOException {
    FixedBitSet bits = set;
    if (bits == null) {
      seeList(column, counts);
    } else if (column.cost() < seen()) {
      seeColumn(column, bits, counts);
    } else {
      bits.forEach(0, leaf.maxDoc(), 0, document -> see(column, document, counts));
    }
  }

  /** How many logs are looked at. */
  private int seen() {
    return inverse ? leaf.maxDoc() - count : count;
  }

  private void seeList(SortedDocValues column, long[] counts) throws IOException {
    for (int i = 0; i < count; i++) {
      see(column, list[i], counts);
    }
  }

  private static void see(SortedDocValues column, int document, long[] counts) throws IOException {
    if (column.advanceExact(document)) {
      counts[column.ordValue()]++;
    }
  }

  /** Fewer logs have the field than are looked at. */
  private static void seeColumn(SortedDocValues column, FixedBitSet bits, long[] counts)
      throws IOException {
    for (int i = column.nextDoc(); i != SortedDocValues.NO_MORE_DOCS; i = column.nextDoc()) {
      if (bits.get(i)) {
        counts[column.ordValue()]++;
      }
    }
  }

  /** Adds the hits to buckets of time. */
  void addTimes(Tally.Buckets buckets, long[] counts) throws IOException {
    if (set == null && count < buckets.count()) {
      addEachTime(buckets, counts);
    } else {
      whole.eachBucket(leaf, buckets, (bucket, from, to) -> counts[bucket] += between(from, to));
    }
  }

  private void addEachTime(Tally.Buckets buckets, long[] counts) throws IOException {
    NumericDocValues times = WholeLeaves.times(leaf);
    for (int i = 0; i < count; i++) {
      if (times.advanceExact(list[i])) {
        long bucket = Math.floorDiv(times.longValue() - buckets.start(), buckets.width());
        if (bucket >= 0 && bucket < counts.length) {
          counts[(int) bucket]++;
        }
      }
    }
  }

  /** How many hits stand in a stretch of the leaf. */
  private int between(int from, int to) {
    if (set == null) {
      return place(to) - place(from);
    }
    int there = set.cardinality(from, to);
    return inverse ? to - from - there : there;
  }

  /** How many hits of the list stand before a log. */
  private int place(int document) {
    int place = Arrays.binarySearch(list, 0, count, document);
    return place < 0 ? -place - 1 : place;
  }
}
