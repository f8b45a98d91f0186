package io.vitrine.store.lucene;

import io.vitrine.store.LogFound;
import io.vitrine.store.ValueCount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Counts all hits of a search: in all, by the values of some fields, and over time. */
final class Tally extends SimpleCollector {

  /**
   * Buckets of time.
   *
   * @param start of the first, in milliseconds
   * @param width of each, in milliseconds
   */
  record Buckets(long start, long width, int count) {}

  /** Hits are counted column by column, so many at once. */
  private static final int AT_ONCE = 1024;

  private final List<String> fields;
  private final @Nullable Buckets buckets;
  private final @Nullable WholeLeaves whole;
  private final long[] counts;
  private final List<Map<String, Long>> values = new ArrayList<>();
  private final List<Facet> facets = new ArrayList<>();
  private final int[] waiting = new int[AT_ONCE];
  private int waitingCount;
  private @Nullable NumericDocValues times;
  private long total;

  private Tally(List<String> fields, @Nullable Buckets buckets, @Nullable WholeLeaves whole) {
    this.fields = fields;
    this.buckets = buckets;
    this.whole = whole;
    this.counts = new long[buckets == null ? 0 : buckets.count()];
    fields.forEach(field -> values.add(new HashMap<>()));
  }

  /**
   * Counts hits.
   *
   * @param whole what is known of leaves, where every log is a hit; null for any other search
   */
  static CollectorManager<Tally, Tally> of(
      List<String> fields, @Nullable Buckets buckets, @Nullable WholeLeaves whole) {
    return new CollectorManager<>() {
      @Override
      public Tally newCollector() {
        return new Tally(fields, buckets, whole);
      }

      @Override
      public Tally reduce(Collection<Tally> tallies) throws IOException {
        Tally all = new Tally(fields, buckets, null);
        for (Tally tally : tallies) {
          tally.flush();
          all.add(tally);
        }
        return all;
      }
    };
  }

  private static final class Facet {

    private final SortedDocValues column;
    private final int[] counts;

    Facet(SortedDocValues column) {
      this.column = column;
      this.counts = new int[column.getValueCount()];
    }

    void see(int[] documents, int count) throws IOException {
      for (int i = 0; i < count; i++) {
        if (column.advanceExact(documents[i])) {
          counts[column.ordValue()]++;
        }
      }
    }

    void flush(Map<String, Long> into) throws IOException {
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] > 0) {
          into.merge(column.lookupOrd(i).utf8ToString(), (long) counts[i], Long::sum);
        }
      }
    }
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
    flush();
    if (whole != null && !leaf.reader().hasDeletions()) {
      count(leaf, whole);
      throw new CollectionTerminatedException();
    }
    for (String field : fields) {
      facets.add(new Facet(DocValues.getSorted(leaf.reader(), LogDocument.FACET_OF + field)));
    }
    times = buckets == null ? null : DocValues.getNumeric(leaf.reader(), LogDocument.TIME);
  }

  /** All logs of a leaf, without looking at each. */
  private void count(LeafReaderContext leaf, WholeLeaves known) throws IOException {
    total += leaf.reader().maxDoc();
    for (int i = 0; i < fields.size(); i++) {
      Map<String, Long> mine = values.get(i);
      known
          .values(leaf.reader(), fields.get(i))
          .forEach((value, count) -> mine.merge(value, count, Long::sum));
    }
    if (buckets != null) {
      WholeLeaves.count(leaf.reader(), buckets, counts);
    }
  }

  private void flush() throws IOException {
    see();
    for (int i = 0; i < facets.size(); i++) {
      facets.get(i).flush(values.get(i));
    }
    facets.clear();
  }

  @Override
  public void collect(int document) throws IOException {
    waiting[waitingCount++] = document;
    if (waitingCount == AT_ONCE) {
      see();
    }
  }

  private void see() throws IOException {
    total += waitingCount;
    for (Facet facet : facets) {
      facet.see(waiting, waitingCount);
    }
    if (times != null && buckets != null) {
      seeTimes(times, buckets);
    }
    waitingCount = 0;
  }

  private void seeTimes(NumericDocValues column, Buckets over) throws IOException {
    for (int i = 0; i < waitingCount; i++) {
      if (column.advanceExact(waiting[i])) {
        long bucket = Math.floorDiv(column.longValue() - over.start(), over.width());
        if (bucket >= 0 && bucket < counts.length) {
          counts[(int) bucket]++;
        }
      }
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  private void add(Tally other) {
    total += other.total;
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    for (int i = 0; i < values.size(); i++) {
      Map<String, Long> mine = values.get(i);
      other.values.get(i).forEach((value, count) -> mine.merge(value, count, Long::sum));
    }
  }

  long total() {
    return total;
  }

  /** The buckets from the first to the last that have hits; null when none has. */
  @Nullable Buckets filled() {
    int first = 0;
    int last = counts.length - 1;
    while (first <= last && counts[first] == 0) {
      first++;
    }
    while (last > first && counts[last] == 0) {
      last--;
    }
    return buckets == null || first > last
        ? null
        : new Buckets(buckets.start() + first * buckets.width(), buckets.width(), last - first + 1);
  }

  /** The commonest values of each field. */
  Map<String, List<ValueCount>> facets(int most) {
    Map<String, List<ValueCount>> counted = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      counted.put(fields.get(i), commonest(values.get(i), most));
    }
    return counted;
  }

  static List<ValueCount> commonest(Map<String, Long> values, int most) {
    return values.entrySet().stream()
        .map(entry -> new ValueCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(ValueCount::count).reversed().thenComparing(ValueCount::value))
        .limit(most)
        .toList();
  }

  LogFound.@Nullable Histogram histogram() {
    return buckets == null
        ? null
        : new LogFound.Histogram(
            java.time.Instant.ofEpochMilli(buckets.start()),
            java.time.Duration.ofMillis(buckets.width()),
            java.util.Arrays.stream(counts).boxed().toList());
  }
}
