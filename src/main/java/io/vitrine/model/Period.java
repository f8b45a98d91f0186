package io.vitrine.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whole days in the shop's time zone.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive; not before from
 */
public record Period(LocalDate from, LocalDate to) implements Span {

  /** Every day that an event can have: the whole history. */
  public static final Period ALWAYS =
      new Period(LocalDate.of(1970, 1, 1), LocalDate.of(9999, 12, 31));

  public Period {
    if (to.isBefore(from)) {
      throw Problem.caller(
          "period_reversed", "the period ends on " + to + " before it starts on " + from);
    }
  }

  /** Number of days, both ends counted. */
  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** The period of the same length that ends the day before this one starts. */
  public Period before() {
    return new Period(from.minusDays(days()), from.minusDays(1));
  }

  /** The same dates a year earlier (29 February becomes the 28th). */
  public Period yearBefore() {
    return new Period(from.minusYears(1), to.minusYears(1));
  }

  /** The instants of these days in a zone; days with a clock change are 23 or 25 hours long. */
  public TimeRange in(ZoneId zone) {
    return new TimeRange(
        from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
