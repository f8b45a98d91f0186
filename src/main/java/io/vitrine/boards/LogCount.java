package io.vitrine.boards;

import io.vitrine.model.Problem;
import io.vitrine.store.LogIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart counts that somebody made of logs: which logs, and by which field.
 *
 * @param search which logs, in the language of the search page (docs/search.md); empty for all
 * @param field what they are split by; null for no split
 * @param bounds of ranges of numbers, rising; a bound belongs to the range above it
 */
record LogCount(String search, @Nullable String field, List<Double> bounds) {

  private static final int LONGEST_SEARCH = 2_000;
  private static final int LONGEST_FIELD = 200;
  private static final int MOST_BOUNDS = 20;

  LogCount {
    search = Names.text("log_count.search", search, LONGEST_SEARCH);
    field = field == null || field.isBlank() ? null : Names.text("field", field, LONGEST_FIELD);
    bounds = List.copyOf(bounds);
  }

  /** Holds a field whose values can be counted. */
  void needCounted() {
    if (field == null || !LogIndex.FACETS.contains(field)) {
      throw Problem.caller(
          "chart_field",
          "log_count.field is one of " + String.join(", ", LogIndex.FACETS) + ", not " + field);
    }
  }

  /** Holds a field and rising bounds. */
  void needRanges() {
    if (field == null) {
      throw Problem.caller("chart_field", "log_count.field is missing: ranges are of a field");
    }
    boolean rising = true;
    for (int i = 1; i < bounds.size(); i++) {
      rising &= bounds.get(i - 1) < bounds.get(i);
    }
    boolean finite = bounds.stream().allMatch(Double::isFinite);
    if (bounds.isEmpty() || bounds.size() > MOST_BOUNDS || !rising || !finite) {
      throw Problem.caller(
          "chart_bounds",
          "log_count.bounds is 1 to " + MOST_BOUNDS + " rising numbers, not " + bounds);
    }
  }

  void refuseBounds() {
    if (!bounds.isEmpty()) {
      throw Problem.caller("chart_bounds", "log_count.bounds belongs to ranges alone");
    }
  }
}
