package io.vitrine.logs;

import io.vitrine.model.Grain;
import io.vitrine.model.LogQuery;
import io.vitrine.model.Moment;
import io.vitrine.model.Problem;
import io.vitrine.model.TimeRange;
import io.vitrine.store.EventStore;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogSearch;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.StoredEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the time that a request names. A range such as 24h counts back from now; where the last log
 * is older than thirty days, from that log, so that a finished history has something to show.
 */
@Component
class LogRange {

  private static final Duration FINISHED = Duration.ofDays(30);
  private static final Map<String, Duration> RANGES =
      Map.of(
          "1h", Duration.ofHours(1),
          "24h", Duration.ofHours(24),
          "7d", Duration.ofDays(7),
          "30d", Duration.ofDays(30),
          "90d", Duration.ofDays(90),
          "365d", Duration.ofDays(365));

  private final LogIndex index;
  private final EventStore store;
  private final Clock clock;
  private final ZoneId zone;

  LogRange(LogIndex index, EventStore store, StoreSettings settings, Clock clock) {
    this.index = index;
    this.store = store;
    this.clock = clock;
    this.zone = settings.zone();
  }

  /** Days are counted in it. */
  ZoneId zone() {
    return zone;
  }

  /** The time of a range, or from one instant to another when both are named. */
  TimeRange of(@Nullable String range, @Nullable String start, @Nullable String end) {
    if (start != null && !start.isBlank()) {
      return between(start, end);
    }
    Duration length = RANGES.get(range == null ? "24h" : range.toLowerCase(Locale.ROOT));
    if (length == null) {
      throw Problem.caller("log_range", "range is 1h, 24h, 7d, 30d, 90d or 365d, not " + range);
    }
    Instant until = end();
    return new TimeRange(until.minus(length), until);
  }

  private TimeRange between(String start, @Nullable String end) {
    Instant from = moment("start_date", start);
    if (end == null || end.isBlank()) {
      return new TimeRange(from, end());
    }
    boolean day = end.strip().length() == "2026-10-31".length();
    Instant last = moment("end_date", end);
    return new TimeRange(
        from, day ? last.plus(1, ChronoUnit.DAYS) : last.plus(1, ChronoUnit.MILLIS));
  }

  private Instant moment(String name, String given) {
    Instant moment = Moment.of(given);
    if (moment == null) {
      throw Problem.caller("date_form", name + " is a time such as 2026-10-31T14:00, not " + given);
    }
    boolean day = given.strip().length() == "2026-10-31".length();
    return day ? java.time.LocalDate.parse(given.strip()).atStartOfDay(zone).toInstant() : moment;
  }

  /** Now, or just after the last log of a finished history. */
  private Instant end() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    LogSearch last = LogSearch.hits(LogQuery.everything(), LogSearch.Order.NEWEST, 1, null);
    return index.search(last).hits().stream()
        .flatMap(hit -> store.find(List.of(hit.sequence())).stream())
        .map(StoredEvent::event)
        .map(event -> event.timestamp().plusMillis(1))
        .filter(instant -> instant.isBefore(now.minus(FINISHED)))
        .findFirst()
        .orElse(now);
  }

  /** The same length of time before. */
  static TimeRange before(TimeRange range) {
    return new TimeRange(
        range.start().minus(Duration.between(range.start(), range.end())), range.start());
  }

  /** Buckets that a person can read: minutes of an hour, hours of a few days, else days. */
  static Grain grain(TimeRange range) {
    Duration length = Duration.between(range.start(), range.end());
    if (length.compareTo(Duration.ofHours(3)) <= 0) {
      return Grain.MINUTE;
    }
    return length.compareTo(Duration.ofDays(8)) <= 0 ? Grain.HOUR : Grain.DAY;
  }
}
