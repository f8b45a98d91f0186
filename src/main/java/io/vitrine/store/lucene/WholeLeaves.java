package io.vitrine.store.lucene;

import io.vitrine.store.LogIndex;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;

/**
 * What is known of whole leaves of the index: how often each value of a facet occurs, and when some
 * of their logs happened. Leaves never change, so what was counted once holds for as long as a leaf
 * is there. Thread-safe.
 */
final class WholeLeaves {

  /** Is told where the logs of a bucket stand in a leaf. */
  interface BucketSeen {
    void see(int bucket, int from, int to);
  }

  /** The time of each log at so many is known. */
  private static final int APART = 256;

  private static final class Known {

    private final Map<String, long[]> values = new ConcurrentHashMap<>();
    private volatile long @Nullable [] instants;
  }

  private final Map<IndexReader.CacheKey, Known> leaves = new ConcurrentHashMap<>();

  private Known known(LeafReader leaf) {
    IndexReader.CacheHelper helper = leaf.getCoreCacheHelper();
    if (helper == null) {
      return new Known();
    }
    Known known = leaves.get(helper.getKey());
    if (known == null) {
      known = new Known();
      Known before = leaves.putIfAbsent(helper.getKey(), known);
      if (before != null) {
        return before;
      }
      helper.addClosedListener(leaves::remove);
    }
    return known;
  }

  /** Counts a leaf before it is searched, so that no search has to wait for it. */
  void learn(LeafReader leaf) throws IOException {
    for (String field : LogIndex.FACETS) {
      values(leaf, field);
    }
    instants(leaf);
  }

  /** The values of a facet. */
  static SortedDocValues column(LeafReader leaf, String field) throws IOException {
    return DocValues.getSorted(leaf, LogDocument.FACET_OF + field);
  }

  /** When logs happened. */
  static NumericDocValues times(LeafReader leaf) throws IOException {
    return DocValues.getNumeric(leaf, LogDocument.TIME);
  }

  /**
   * How many logs of a leaf have each value, deleted ones included; by the value's number in the
   * column. Not to be changed.
   */
  long[] values(LeafReader leaf, String field) throws IOException {
    Map<String, long[]> known = known(leaf).values;
    long[] values = known.get(field);
    if (values == null) {
      values = counted(column(leaf, field));
      known.put(field, values);
    }
    return values;
  }

  private static long[] counted(SortedDocValues column) throws IOException {
    long[] counts = new long[column.getValueCount()];
    while (column.nextDoc() != SortedDocValues.NO_MORE_DOCS) {
      counts[column.ordValue()]++;
    }
    return counts;
  }

  /** Tells where the logs of each bucket stand in a leaf, whose logs are sorted newest first. */
  void eachBucket(LeafReader leaf, Tally.Buckets buckets, BucketSeen seen) throws IOException {
    DocValuesSkipper span = leaf.getDocValuesSkipper(LogDocument.TIME);
    if (span == null) {
      return;
    }
    int first = bucket(span.minValue(), buckets);
    int last = bucket(span.maxValue(), buckets);
    int from = last + 1 >= buckets.count() ? before(leaf, end(last, buckets)) : 0;
    for (int i = last; i >= Math.max(first, 0); i--) {
      int to = i == first ? leaf.maxDoc() : before(leaf, end(i - 1, buckets));
      seen.see(i, from, to);
      from = to;
    }
  }

  /** The first instant after a bucket. */
  private static long end(int bucket, Tally.Buckets buckets) {
    return buckets.start() + (bucket + 1L) * buckets.width();
  }

  private static int bucket(long time, Tally.Buckets buckets) {
    long bucket = Math.floorDiv(time - buckets.start(), buckets.width());
    return (int) Math.clamp(bucket, -1L, buckets.count() - 1L);
  }

  /** How many logs of a leaf stand before those that are older than an instant. */
  private int before(LeafReader leaf, long instant) throws IOException {
    long[] instants = instants(leaf);
    int low = 0;
    int high = instants.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean later = instants[middle] >= instant;
      low = later ? middle + 1 : low;
      high = later ? high : middle;
    }
    int place = Math.max(0, (low - 1) * APART);
    NumericDocValues times = times(leaf);
    while (place < leaf.maxDoc() && times.advanceExact(place) && times.longValue() >= instant) {
      place++;
    }
    return place;
  }

  private long[] instants(LeafReader leaf) throws IOException {
    Known known = known(leaf);
    long[] instants = known.instants;
    if (instants == null) {
      instants = new long[Math.ceilDiv(leaf.maxDoc(), APART)];
      NumericDocValues times = times(leaf);
      for (int i = 0; i < instants.length && times.advanceExact(i * APART); i++) {
        instants[i] = times.longValue();
      }
      known.instants = instants;
    }
    return instants;
  }
}
