package io.vitrine.store.duckdb;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Figures per day counted in plain Java, straight from their definitions. */
final class PlainCount {

  private final ZoneId zone;
  private final Duration gap;
  private final Map<LocalDate, Map<Metric, Long>> counts = new TreeMap<>();
  private final Map<String, Long> channels = new TreeMap<>();

  private PlainCount(ZoneId zone, Duration gap) {
    this.zone = zone;
    this.gap = gap;
  }

  static PlainCount all(List<Event> events, ZoneId zone, Duration gap) {
    PlainCount count = new PlainCount(zone, gap);
    Map<String, List<Event>> byVisitor = new TreeMap<>();
    for (Event event : events) {
      if (!event.type().isLog() && event.has(Field.VISITOR_ID)) {
        byVisitor
            .computeIfAbsent(
                Objects.requireNonNull(event.text(Field.VISITOR_ID)), v -> new ArrayList<>())
            .add(event);
      }
    }
    byVisitor.values().forEach(count::visitor);
    return count;
  }

  Map<LocalDate, Map<Metric, Long>> byDay() {
    return counts;
  }

  /** Sessions of each channel, of all days; those without one under the text null. */
  Map<String, Long> sessionsByChannel() {
    return channels;
  }

  private void visitor(List<Event> events) {
    events.sort(
        Comparator.comparing(Event::timestamp)
            .thenComparing(event -> !saysFromWhere(event))
            .thenComparing(event -> !is("page_view").or(is("product_view")).test(event))
            .thenComparingLong(event -> Hash.of(event.id())));
    Map<String, List<List<Event>>> sessions = new LinkedHashMap<>();
    for (Event event : events) {
      List<List<Event>> own =
          sessions.computeIfAbsent(
              String.valueOf(event.text(Field.SESSION_ID)), s -> new ArrayList<>());
      if (own.isEmpty() || isOver(own.getLast().getLast(), event)) {
        own.add(new ArrayList<>());
      }
      own.getLast().add(event);
    }
    Set<LocalDate> days = new HashSet<>();
    sessions.values().forEach(own -> own.forEach(session -> session(session, days)));
    days.forEach(day -> add(day, Metric.VISITORS, 1));
  }

  private boolean isOver(Event last, Event next) {
    if (last.has(Field.SESSION_ID)) {
      return day(next).isAfter(day(last).plusDays(1));
    }
    Instant end = last.timestamp().plus(gap);
    return next.timestamp().isAfter(end);
  }

  private void session(List<Event> session, Set<LocalDate> days) {
    if (session.getFirst().flag(Field.BOT)) {
      return;
    }
    LocalDate day = day(session.getFirst());
    add(day, Metric.SESSIONS, 1);
    channels.merge(String.valueOf(session.getFirst().text(Field.CHANNEL)), 1L, Long::sum);
    add(day, Metric.VIEW_SESSIONS, session.stream().anyMatch(is("product_view")) ? 1 : 0);
    add(day, Metric.PURCHASE_SESSIONS, session.stream().anyMatch(is("purchase")) ? 1 : 0);
    for (Event event : session) {
      days.add(day(event));
      add(day(event), Metric.EVENTS, 1);
      add(day(event), Metric.VIEWS, is("product_view").test(event) ? 1 : 0);
      add(day(event), Metric.ADD_TO_CARTS, is("add_to_cart").test(event) ? 1 : 0);
    }
  }

  private static boolean saysFromWhere(Event event) {
    return Stream.of(Field.UTM_SOURCE, Field.UTM_MEDIUM, Field.UTM_CAMPAIGN, Field.REFERRER_HOST)
        .anyMatch(event::has);
  }

  private static java.util.function.Predicate<Event> is(String type) {
    return event -> event.type().name().equals(type);
  }

  private LocalDate day(Event event) {
    return LocalDate.ofInstant(event.timestamp(), zone);
  }

  private void add(LocalDate day, Metric metric, long more) {
    counts.computeIfAbsent(day, d -> new TreeMap<>()).merge(metric, more, Long::sum);
  }
}
