package io.vitrine.store;

import io.vitrine.model.LogQuery;
import io.vitrine.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A search of the text index.
 *
 * @param query what is searched
 * @param sort order of the hits
 * @param size most hits, 0 to 10,000
 * @param cursor of the last page's answer; null from the beginning
 * @param skip hits to pass over when there is no cursor
 * @param facets fields of {@link LogIndex#FACETS} whose values are counted
 * @param most values of each facet
 * @param histogram over which time the hits are counted; null for no histogram
 */
public record LogSearch(
    LogQuery query,
    Order sort,
    int size,
    @Nullable String cursor,
    int skip,
    List<String> facets,
    int most,
    @Nullable Histogram histogram) {

  /** Most hits of a search, those passed over included. */
  public static final int MOST_HITS = 10_000;

  /** Order of the hits; ties by time, then by the order of storing, newest first. */
  public enum Order {
    NEWEST,
    OLDEST,
    /** Best match first. */
    SCORE,
    /** Longest response time first. */
    RESPONSE_TIME,
    /** Longest database time first. */
    DB_QUERY_TIME,
    /** Greatest amount first. */
    AMOUNT;

    /** Name in the API. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Counts over time.
   *
   * @param from first instant; null for that of the oldest log
   * @param until the instant after the last; null for that of the newest log
   * @param buckets most buckets
   * @param offset what is added to UTC before days are cut
   */
  public record Histogram(
      @Nullable Instant from, @Nullable Instant until, int buckets, Duration offset) {}

  public LogSearch {
    facets = List.copyOf(facets);
    if (size < 0 || skip < 0 || size + skip > MOST_HITS) {
      throw Problem.caller(
          "log_page",
          "a page lies within the first " + MOST_HITS + " hits; the cursor leads to any depth");
    }
  }

  /** The hits alone. */
  public static LogSearch hits(LogQuery query, Order sort, int size, @Nullable String cursor) {
    return new LogSearch(query, sort, size, cursor, 0, List.of(), 0, null);
  }
}
