package io.vitrine.boards;

import io.vitrine.model.Grain;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.TimeRange;
import io.vitrine.store.LogFound;
import io.vitrine.store.LogSearch;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Steps of time on the shop's clock. The index counts by quarters of an hour, which every zone's
 * hours and days are made of, also where the clock changes; here they are put together.
 */
record LogSteps(Grain grain, TimeRange time, ZoneId zone) {

  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final int HOURLY_UP_TO_DAYS = 14;
  private static final int DAILY_UP_TO_DAYS = 400;
  private static final int HOURLY_AT_MOST_DAYS = 366;
  private static final int MOST_DAYS = 3_700;

  /**
   * The steps that are asked for, or that fit the length of the period.
   *
   * @throws Problem of category CALLER when there would be too many
   */
  static LogSteps of(@Nullable Grain asked, Period period, ZoneId zone) {
    Grain grain = asked == null ? fitting(period) : asked;
    boolean hours = grain == Grain.HOUR;
    if (grain == Grain.MINUTE || period.days() > (hours ? HOURLY_AT_MOST_DAYS : MOST_DAYS)) {
      throw Problem.caller(
          "chart_grain",
          "a chart of logs has hours of up to %d days, or days, weeks and months of up to %d"
              .formatted(HOURLY_AT_MOST_DAYS, MOST_DAYS));
    }
    return new LogSteps(grain, period.in(zone), zone);
  }

  private static Grain fitting(Period period) {
    if (period.days() <= HOURLY_UP_TO_DAYS) {
      return Grain.HOUR;
    }
    return period.days() <= DAILY_UP_TO_DAYS ? Grain.DAY : Grain.WEEK;
  }

  boolean isHourly() {
    return grain == Grain.HOUR;
  }

  /** What the index counts. */
  LogSearch.Histogram histogram() {
    long quarters = Math.ceilDiv(length().toMillis(), QUARTER.toMillis());
    return new LogSearch.Histogram(
        time.start(), time.end(), Math.toIntExact(quarters), Duration.ZERO);
  }

  private Duration length() {
    return Duration.between(time.start(), time.end());
  }

  /** A row for each step with a log: its time, the value if there is one, and how many. */
  List<List<@Nullable Object>> rows(@Nullable String value, LogFound.@Nullable Histogram counted) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Map.Entry<Instant, Long> step : steps(counted).entrySet()) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(isHourly() ? step.getKey() : step.getKey().atZone(zone).toLocalDate());
      if (value != null) {
        row.add(value);
      }
      row.add(step.getValue());
      rows.add(row);
    }
    return rows;
  }

  private Map<Instant, Long> steps(LogFound.@Nullable Histogram counted) {
    Map<Instant, Long> steps = new TreeMap<>();
    int size = counted == null ? 0 : counted.counts().size();
    for (int i = 0; i < size && counted != null; i++) {
      long logs = counted.counts().get(i);
      if (logs > 0) {
        steps.merge(start(counted.start().plus(counted.width().multipliedBy(i))), logs, Long::sum);
      }
    }
    return steps;
  }

  private Instant start(Instant instant) {
    if (isHourly()) {
      return instant.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }
    return day(instant.atZone(zone).toLocalDate()).atStartOfDay(zone).toInstant();
  }

  private LocalDate day(LocalDate day) {
    return switch (grain) {
      case MINUTE, HOUR, DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }
}
