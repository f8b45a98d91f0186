package io.vitrine.logs;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.LogQueryText;
import io.vitrine.store.LogFound;
import io.vitrine.store.ValueCount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param total all logs that match
 * @param results a page of them
 * @param facets values by field, the commonest first
 * @param histogram all that match over time
 * @param took milliseconds
 * @param cursor leads to the next page; absent on the last
 * @param pending stored events that the index has not looked at yet; above 0 the total may grow
 * @param rebuilding whether the index was damaged and is still being built anew, so that old logs
 *     may be missing
 * @param notes what of the query was read otherwise than it may have been meant
 */
@Schema(name = "LogSearchAnswer")
record SearchAnswer(
    long total,
    List<Result> results,
    Map<String, List<ValueCount>> facets,
    @Nullable Histogram histogram,
    long took,
    @Nullable String cursor,
    long pending,
    boolean rebuilding,
    List<Note> notes) {

  /**
   * A piece of the query that was read otherwise than it may have been meant.
   *
   * @param code such as read_as_text
   * @param from place of its first character
   * @param to behind its last
   */
  @Schema(name = "LogQueryNote")
  record Note(String code, int from, int to, String text) {

    static Note of(LogQueryText.Note note) {
      return new Note(note.code(), note.from(), note.to(), note.text());
    }
  }

  /**
   * A log.
   *
   * @param id leads to the log for good
   * @param score how well it matches; 1 unless sorted by score
   * @param source the log
   * @param highlight pieces of its texts by field, as HTML in which mark is the only element
   */
  @Schema(name = "LogResult")
  record Result(
      String id, double score, Map<String, Object> source, Map<String, List<String>> highlight) {}

  /**
   * Counts in buckets of the same width.
   *
   * @param start of the first bucket
   * @param widthMs of each
   */
  @Schema(name = "LogHistogram")
  record Histogram(Instant start, long widthMs, List<Long> counts) {

    static @Nullable Histogram of(LogFound.@Nullable Histogram found) {
      return found == null
          ? null
          : new Histogram(found.start(), found.width().toMillis(), found.counts());
    }
  }
}
