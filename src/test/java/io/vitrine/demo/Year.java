package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A year of the demo shop, read once for all tests. */
final class Year {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  static final long SEED = 1;

  private static final List<Event> EVENTS = read(SEED, 1.0, TODAY);

  private Year() {}

  static List<Event> read(long seed, double scale, LocalDate until) {
    Instant end = until.atStartOfDay(DemoShop.ZONE).toInstant();
    DemoFeed feed = DemoShop.yearBefore(TODAY, seed, scale).feed();
    List<Event> events = new ArrayList<>();
    while (feed.nextAt().isBefore(end)) {
      events.add(feed.next().finish());
    }
    return events;
  }

  static List<Event> events() {
    return EVENTS;
  }

  static Stream<Event> of(EventType type) {
    return EVENTS.stream().filter(event -> event.type().equals(type));
  }

  /** What people did, without robots, logs and what the server reports later. */
  static Stream<Event> people() {
    return EVENTS.stream().filter(Year::isOfPerson);
  }

  private static boolean isOfPerson(Event event) {
    String visitor = event.text(Field.VISITOR_ID);
    return visitor != null && !visitor.startsWith("bot-");
  }

  /** Orders by id, each once. */
  static Map<String, Event> orders() {
    Map<String, Event> orders = new LinkedHashMap<>();
    of(EventType.PURCHASE).forEach(event -> orders.putIfAbsent(text(event, Field.ORDER_ID), event));
    return orders;
  }

  static String text(Event event, Field field) {
    return Objects.requireNonNull(event.text(field), field.wireName());
  }

  /** Sessions of people that start at times of a kind. */
  static long sessions(Predicate<ZonedDateTime> when) {
    Map<String, ZonedDateTime> starts = new LinkedHashMap<>();
    people().forEach(event -> starts.putIfAbsent(text(event, Field.SESSION_ID), local(event)));
    return starts.values().stream().filter(when).count();
  }

  static ZonedDateTime local(Event event) {
    return event.timestamp().atZone(DemoShop.ZONE);
  }
}
