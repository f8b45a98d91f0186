package io.vitrine.model;

import java.time.Instant;

/**
 * From an instant (inclusive) to another (exclusive).
 *
 * @param start first instant inside
 * @param end first instant after it; not before start
 */
public record TimeRange(Instant start, Instant end) implements Span {

  public TimeRange {
    if (end.isBefore(start)) {
      throw Problem.caller(
          "period_reversed", "the range ends at " + end + " before it starts at " + start);
    }
  }
}
