package io.vitrine.store.sql;

import io.vitrine.model.Grain;
import io.vitrine.model.Period;
import io.vitrine.model.Span;
import io.vitrine.model.TimeRange;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time that a question is about, as tables see it.
 *
 * @param span days or instants
 * @param grain width of the buckets, if any
 * @param zone the shop's
 * @param plain whether nothing but one kind of bot is filtered by
 */
record When(Span span, @Nullable Grain grain, ZoneId zone, boolean plain) {

  boolean isDays() {
    return span instanceof Period && grain != Grain.HOUR && grain != Grain.MINUTE;
  }

  /** Whether whole hours are too coarse. */
  boolean isFine() {
    if (grain == Grain.MINUTE) {
      return true;
    }
    return switch (span) {
      case Period period -> false;
      case TimeRange range -> !isHour(range.start()) || !isHour(range.end());
    };
  }

  boolean oneKindOfBot() {
    return plain;
  }

  private boolean isHour(Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    return local.equals(local.truncatedTo(ChronoUnit.HOURS));
  }

  TimeRange range() {
    return switch (span) {
      case Period period -> period.in(zone);
      case TimeRange range -> range;
    };
  }

  LocalDateTime start() {
    return LocalDateTime.ofInstant(range().start(), ZoneOffset.UTC);
  }

  LocalDateTime end() {
    return LocalDateTime.ofInstant(range().end(), ZoneOffset.UTC);
  }

  /** The rows of a table that lie in this time. */
  Sql rows(Facts facts) {
    if (span instanceof Period period) {
      return Sql.of("f.day BETWEEN ? AND ?", period.from(), period.to());
    }
    String column = facts == Facts.SALES ? "f.placed_at" : "f.hour";
    return facts.isRaw()
        ? Sql.of("true")
        : Sql.of(column + " >= ? AND " + column + " < ?", start(), end());
  }

  /** The bucket that a row lies in. */
  String bucket(Facts facts, Dialect dialect) {
    return switch (bucketed()) {
      case MINUTE -> dialect.minute(facts == Facts.SALES ? "f.placed_at" : "f.moment");
      case HOUR -> "f.hour";
      case DAY -> "f.day";
      case WEEK -> dialect.week("f.day");
      case MONTH -> dialect.month("f.day");
    };
  }

  private Grain bucketed() {
    if (grain == null) {
      throw new IllegalStateException("no buckets");
    }
    return grain;
  }
}
