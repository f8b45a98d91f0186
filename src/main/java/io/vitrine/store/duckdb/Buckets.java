package io.vitrine.store.duckdb;

import io.vitrine.model.Grain;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Span;
import io.vitrine.model.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** All buckets of a time, in the shop's zone. */
record Buckets(ZoneId zone) {

  /** Days as {@link LocalDate} of the bucket's first day, shorter buckets as {@link Instant}. */
  List<?> of(Span span, Grain grain, int most) {
    return switch (grain) {
      case MINUTE -> instants(range(span), ChronoUnit.MINUTES, most);
      case HOUR -> instants(range(span), ChronoUnit.HOURS, most);
      case DAY -> days(first(span), last(span), day -> day.plusDays(1), most);
      case WEEK -> days(monday(first(span)), last(span), day -> day.plusWeeks(1), most);
      case MONTH -> days(first(span).withDayOfMonth(1), last(span), day -> day.plusMonths(1), most);
    };
  }

  private TimeRange range(Span span) {
    return switch (span) {
      case Period period -> period.in(zone);
      case TimeRange range -> range;
    };
  }

  private LocalDate first(Span span) {
    return LocalDate.ofInstant(range(span).start(), zone);
  }

  private LocalDate last(Span span) {
    Instant end = range(span).end();
    Instant start = range(span).start();
    return LocalDate.ofInstant(end.isAfter(start) ? end.minusNanos(1) : start, zone);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static List<LocalDate> days(
      LocalDate first, LocalDate last, UnaryOperator<LocalDate> next, int most) {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = next.apply(day)) {
      days.add(day);
      refuseMore(days.size(), most);
    }
    return days;
  }

  /** Steps in real time, so that a day with a clock change has 23 or 25 hours. */
  private List<Instant> instants(TimeRange range, ChronoUnit unit, int most) {
    List<Instant> instants = new ArrayList<>();
    Duration step = unit.getDuration();
    Instant first = ZonedDateTime.ofInstant(range.start(), zone).truncatedTo(unit).toInstant();
    for (Instant at = first; at.isBefore(range.end()); at = at.plus(step)) {
      instants.add(at);
      refuseMore(instants.size(), most);
    }
    return instants;
  }

  private static void refuseMore(int size, int most) {
    if (size > most) {
      throw Problem.caller(
          "answer_too_long", "the trend has more than " + most + " buckets; take a wider grain");
    }
  }
}
