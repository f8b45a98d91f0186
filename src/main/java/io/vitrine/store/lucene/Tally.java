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
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/** Counts all hits of a search: in all, by the values of some fields, and over time. */
final class Tally implements Collector {

  /**
   * Buckets of time.
   *
   * @param start of the first, in milliseconds
   * @param width of each, in milliseconds
   */
  record Buckets(long start, long width, int count) {}

  private final List<String> fields;
  private final @Nullable Buckets buckets;
  private final WholeLeaves whole;
  private final long[] counts;
  private final List<Map<String, Long>> values = new ArrayList<>();
  private long total;

  private Tally(List<String> fields, @Nullable Buckets buckets, WholeLeaves whole) {
    this.fields = fields;
    this.buckets = buckets;
    this.whole = whole;
    this.counts = new long[buckets == null ? 0 : buckets.count()];
    fields.forEach(field -> values.add(new HashMap<>()));
  }

  /** Counts hits, with the help of what is known of whole leaves. */
  static CollectorManager<Tally, Tally> of(
      List<String> fields, @Nullable Buckets buckets, WholeLeaves whole) {
    return new CollectorManager<>() {
      @Override
      public Tally newCollector() {
        return new Tally(fields, buckets, whole);
      }

      @Override
      public Tally reduce(Collection<Tally> tallies) {
        Tally all = new Tally(fields, buckets, whole);
        tallies.forEach(all::add);
        return all;
      }
    };
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext leaf) {
    return new LeafHits(leaf.reader(), whole, this::count);
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  private void count(LeafHits hits) throws IOException {
    total += hits.count();
    for (int i = 0; i < fields.size(); i++) {
      add(hits.column(fields.get(i)), hits.values(fields.get(i)), values.get(i));
    }
    if (buckets != null) {
      hits.addTimes(buckets, counts);
    }
  }

  private static void add(SortedDocValues column, long[] counted, Map<String, Long> into)
      throws IOException {
    for (int i = 0; i < counted.length; i++) {
      if (counted[i] > 0) {
        into.merge(column.lookupOrd(i).utf8ToString(), counted[i], Long::sum);
      }
    }
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
