package io.vitrine.store;

import io.vitrine.model.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param total all logs that match
 * @param hits a page of them
 * @param cursor leads to the next page; null when there is none
 * @param facets values by field, the commonest first
 * @param histogram counts over time; null when none was asked for or no log is there
 */
public record LogFound(
    long total,
    List<Hit> hits,
    @Nullable String cursor,
    Map<String, List<ValueCount>> facets,
    @Nullable Histogram histogram) {

  /**
   * A log that matches.
   *
   * @param sequence its number in the store
   * @param score how well it matches, higher is better; 1 unless the hits are sorted by it
   * @param event the log; null when it has to be fetched from the store
   */
  public record Hit(long sequence, double score, @Nullable Event event) {}

  /**
   * Counts in buckets of the same width.
   *
   * @param start of the first bucket
   * @param width of each
   */
  public record Histogram(Instant start, Duration width, List<Long> counts) {}
}
