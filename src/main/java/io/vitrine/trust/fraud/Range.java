package io.vitrine.trust.fraud;

import io.vitrine.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time that is asked about.
 *
 * @param from first instant
 * @param until instant after the last
 */
record Range(Instant from, Instant until) {

  private static final int MOST_DAYS = 3_660;

  /**
   * Days of the shop when they are given, else a length such as 24h or 30d that ends now, else 30
   * days.
   */
  static Range of(
      @Nullable String range,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Instant now,
      ZoneId zone) {
    if (from != null && to != null) {
      if (to.isBefore(from)) {
        throw Problem.caller("range_reversed", "to " + to + " is before from " + from);
      }
      return new Range(
          from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant());
    }
    return new Range(now.minus(length(range == null ? "30d" : range)), now.plusSeconds(1));
  }

  private static Duration length(String range) {
    String text = range.strip().toLowerCase(Locale.ROOT);
    try {
      int count = Integer.parseInt(text.substring(0, text.length() - 1));
      Duration length =
          switch (text.charAt(text.length() - 1)) {
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> Duration.ZERO;
          };
      if (length.isPositive() && length.toDays() <= MOST_DAYS) {
        return length;
      }
    } catch (NumberFormatException | IndexOutOfBoundsException unreadable) {
      throw refused(range);
    }
    throw refused(range);
  }

  private static Problem refused(String range) {
    return Problem.caller("range_unknown", "a range is 24h, 7d, 30d and the like, not " + range);
  }
}
