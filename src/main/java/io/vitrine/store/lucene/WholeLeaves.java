package io.vitrine.store.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;

/**
 * How often each value of a field occurs in a whole leaf of the index. Leaves never change, so what
 * was counted once holds for as long as a leaf is there. Thread-safe.
 */
final class WholeLeaves {

  private final Map<IndexReader.CacheKey, Map<String, Map<String, Long>>> leaves =
      new ConcurrentHashMap<>();

  /** How many logs of a leaf without deleted ones have each value. */
  Map<String, Long> values(LeafReader leaf, String field) throws IOException {
    IndexReader.CacheHelper helper = leaf.getCoreCacheHelper();
    if (helper == null) {
      return counted(leaf, field);
    }
    Map<String, Map<String, Long>> known = leaves.get(helper.getKey());
    if (known == null) {
      known = new ConcurrentHashMap<>();
      if (leaves.putIfAbsent(helper.getKey(), known) == null) {
        helper.addClosedListener(leaves::remove);
      }
    }
    Map<String, Long> values = known.get(field);
    if (values == null) {
      values = counted(leaf, field);
      known.put(field, values);
    }
    return values;
  }

  private static Map<String, Long> counted(LeafReader leaf, String field) throws IOException {
    SortedDocValues column = DocValues.getSorted(leaf, LogDocument.FACET_OF + field);
    long[] counts = new long[column.getValueCount()];
    while (column.nextDoc() != SortedDocValues.NO_MORE_DOCS) {
      counts[column.ordValue()]++;
    }
    Map<String, Long> values = new HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      values.put(column.lookupOrd(i).utf8ToString(), counts[i]);
    }
    return values;
  }

  /** Adds the logs of a leaf, which are sorted newest first, to buckets of time. */
  static void count(LeafReader leaf, Tally.Buckets buckets, long[] counts) throws IOException {
    DocValuesSkipper span = leaf.getDocValuesSkipper(LogDocument.TIME);
    if (span == null) {
      return;
    }
    int first = bucket(span.minValue(), buckets);
    int last = bucket(span.maxValue(), buckets);
    int later = last + 1 >= counts.length ? laterThan(leaf, end(last, buckets)) : 0;
    for (int i = last; i >= Math.max(first, 0); i--) {
      int until = i == first ? leaf.maxDoc() : laterThan(leaf, end(i - 1, buckets));
      counts[i] += until - later;
      later = until;
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

  /** How many logs of a leaf are not before an instant. */
  private static int laterThan(LeafReader leaf, long instant) throws IOException {
    int low = 0;
    int high = leaf.maxDoc();
    while (low < high) {
      int middle = (low + high) >>> 1;
      NumericDocValues times = DocValues.getNumeric(leaf, LogDocument.TIME);
      boolean later = times.advanceExact(middle) && times.longValue() >= instant;
      low = later ? middle + 1 : low;
      high = later ? high : middle;
    }
    return low;
  }
}
