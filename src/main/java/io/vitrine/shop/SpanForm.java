package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Span;
import io.vitrine.model.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A span as JSON: either whole days of the shop, both ends included, or instants, the end excluded.
 *
 * @param from first day, such as 2026-10-01
 * @param to last day
 * @param start first instant, such as 2026-10-01T00:00:00Z
 * @param end instant after the last
 */
@Schema(name = "Period")
record SpanForm(
    @Nullable String from, @Nullable String to, @Nullable String start, @Nullable String end) {

  Span span() {
    if (from != null && to != null && start == null && end == null) {
      return days(from, to);
    }
    if (start != null && end != null && from == null && to == null) {
      return new TimeRange(instant("start", start), instant("end", end));
    }
    throw Problem.caller(
        "question_period", "a period has from and to (days), or start and end (instants)");
  }

  /**
   * Whole days.
   *
   * @throws Problem naming the date that is none
   */
  static Period days(String from, String to) {
    return new Period(day("from", from), day("to", to));
  }

  static SpanForm of(Span span) {
    return switch (span) {
      case Period days -> new SpanForm(days.from().toString(), days.to().toString(), null, null);
      case TimeRange range ->
          new SpanForm(null, null, range.start().toString(), range.end().toString());
    };
  }

  private static LocalDate day(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() < 1970 || day.getYear() > 9999) {
        throw Problem.caller("date_range", name + " is a day from 1970 to 9999, not " + text);
      }
      return day;
    } catch (DateTimeParseException impossible) {
      throw Problem.caller("date_form", name + " is a date such as 2026-10-31, not " + text);
    }
  }

  private static Instant instant(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException impossible) {
      throw Problem.caller(
          "instant_form", name + " is an instant such as 2026-10-31T18:00:00Z, not " + text);
    }
  }
}
