package io.vitrine.logs;

import io.vitrine.model.Answer;
import io.vitrine.model.Grain;
import io.vitrine.model.LogDimension;
import io.vitrine.model.LogFigure;
import io.vitrine.model.LogFigures;
import io.vitrine.model.LogFigures.Among;
import io.vitrine.model.Sort;
import io.vitrine.model.TimeRange;
import io.vitrine.store.Answers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for figures over logs and gives them as rows by name. */
@Component
class LogAsking {

  private static final int MOST_ROWS = 10_000;

  private final Answers answers;

  LogAsking(Answers answers) {
    this.answers = answers;
  }

  /** A condition on one field. */
  static Among is(LogDimension field, String... values) {
    return new Among(field, List.of(values));
  }

  /** All conditions; what is null or blank is none. */
  static List<Among> where(LogDimension field, @Nullable String value, Among... others) {
    List<Among> all = new ArrayList<>(List.of(others));
    if (value != null && !value.isBlank()) {
      all.add(is(field, value));
    }
    return all;
  }

  /** One row over all. */
  Map<String, Object> totals(TimeRange range, List<Among> where, LogFigure... figures) {
    return rows(range, where, List.of(), null, List.of(figures), first(figures), 1).getFirst();
  }

  /** A row a value, the largest first; logs without a value are left out. */
  List<Map<String, Object>> split(
      TimeRange range, List<Among> where, LogDimension by, int limit, LogFigure... figures) {
    return split(range, where, List.of(by), limit, figures);
  }

  /** The same by several dimensions; a value is there of the first. */
  List<Map<String, Object>> split(
      TimeRange range, List<Among> where, List<LogDimension> by, int limit, LogFigure... figures) {
    return rows(range, where, by, null, List.of(figures), first(figures), limit + 1).stream()
        .filter(row -> row.get(by.getFirst().wireName()) != null)
        .limit(limit)
        .toList();
  }

  /** A row a bucket, those without logs included. */
  List<Map<String, Object>> timeline(
      TimeRange range, Grain grain, ZoneId zone, List<Among> where, LogFigure... figures) {
    Map<String, Map<String, Object>> found = new LinkedHashMap<>();
    Sort sort = new Sort(LogDimension.TIME.wireName(), false);
    rows(range, where, List.of(LogDimension.TIME), grain, List.of(figures), sort, MOST_ROWS)
        .forEach(row -> found.put(String.valueOf(row.get("time")), row));
    List<Map<String, Object>> whole = new ArrayList<>();
    for (Object bucket : buckets(range, grain, zone)) {
      whole.add(found.getOrDefault(bucket.toString(), empty(bucket, figures)));
    }
    return whole;
  }

  /** Rows by time and one more dimension, as they are. */
  List<Map<String, Object>> timelines(
      TimeRange range, Grain grain, LogDimension by, List<Among> where, LogFigure... figures) {
    Sort sort = new Sort(LogDimension.TIME.wireName(), false);
    return rows(
        range, where, List.of(LogDimension.TIME, by), grain, List.of(figures), sort, MOST_ROWS);
  }

  private static Sort first(LogFigure... figures) {
    return new Sort(figures[0].wireName(), true);
  }

  private static Map<String, Object> empty(Object bucket, LogFigure... figures) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("time", bucket);
    for (LogFigure figure : figures) {
      boolean counts = figure.unit() == io.vitrine.model.Unit.COUNT || figure == LogFigure.AMOUNT;
      row.put(figure.wireName(), counts ? (Object) 0L : null);
    }
    return row;
  }

  private static List<Object> buckets(TimeRange range, Grain grain, ZoneId zone) {
    List<Object> buckets = new ArrayList<>();
    ZonedDateTime at = start(range.start().atZone(zone), grain);
    while (at.toInstant().isBefore(range.end()) && buckets.size() < MOST_ROWS) {
      boolean fine = grain == Grain.HOUR || grain == Grain.MINUTE;
      buckets.add(fine ? (Object) at.toInstant() : at.toLocalDate());
      at = next(at, grain);
    }
    return buckets;
  }

  private static ZonedDateTime start(ZonedDateTime at, Grain grain) {
    return switch (grain) {
      case MINUTE -> at.truncatedTo(ChronoUnit.MINUTES);
      case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
      case DAY -> at.toLocalDate().atStartOfDay(at.getZone());
      case WEEK ->
          at.toLocalDate().minusDays(at.getDayOfWeek().getValue() - 1L).atStartOfDay(at.getZone());
      case MONTH -> at.toLocalDate().withDayOfMonth(1).atStartOfDay(at.getZone());
    };
  }

  private static ZonedDateTime next(ZonedDateTime at, Grain grain) {
    return switch (grain) {
      case MINUTE -> at.plusMinutes(1);
      case HOUR -> at.plusHours(1);
      case DAY -> day(at, at.toLocalDate().plusDays(1));
      case WEEK -> day(at, at.toLocalDate().plusWeeks(1));
      case MONTH -> day(at, at.toLocalDate().plusMonths(1));
    };
  }

  private static ZonedDateTime day(ZonedDateTime at, LocalDate day) {
    return day.atStartOfDay(at.getZone());
  }

  private List<Map<String, Object>> rows(
      TimeRange range,
      List<Among> where,
      List<LogDimension> by,
      @Nullable Grain grain,
      List<LogFigure> figures,
      Sort sort,
      int limit) {
    Answer answer =
        answers.ask(new LogFigures(figures, by, where, range, grain, List.of(), sort, limit));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> values : answer.rows()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 0; i < answer.columns().size(); i++) {
        row.put(answer.columns().get(i).name(), rounded(values.get(i)));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Times and shares are not known to more digits than these. */
  @SuppressWarnings("NullAway") // a row may hold nulls
  private static Object rounded(@Nullable Object value) {
    return value instanceof Double number ? Math.round(number * 10_000) / 10_000.0 : value;
  }

  /** A number of a row; 0 where it is absent. */
  static double number(Map<String, Object> row, LogFigure figure) {
    return Optional.ofNullable(row.get(figure.wireName()))
        .filter(Number.class::isInstance)
        .map(value -> ((Number) value).doubleValue())
        .orElse(0.0);
  }

  /** Of a day or an instant, the instant at which it begins. */
  static Instant instant(Object time, ZoneId zone) {
    return time instanceof LocalDate day
        ? day.atStartOfDay(zone).toInstant()
        : Instant.parse(time.toString());
  }
}
