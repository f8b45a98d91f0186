package io.vitrine.store.duckdb;

import io.vitrine.model.Problem;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.sql.Sql;
import io.vitrine.store.sql.Statements;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * Counts the derived tables of the days that changed again, a stretch of neighbouring days at a
 * time, each in one transaction. Used by the writer alone.
 */
final class Refresher {

  private static final List<String> TEMPORARIES =
      List.of(
          "touched",
          "pages",
          "tagged",
          "spans",
          "said",
          "origins",
          "arrivals",
          "moved",
          "tail",
          "changed_days");
  private static final int LONGEST_STRETCH = 60;
  private static final long MOST_EVENTS = 1_000_000;

  /** Of the time that counting takes. */
  private static final double VISITS_SHARE = 0.95;

  private static final Duration LONGEST_GAP = Duration.ofHours(12);

  private final Connected connected;
  private final DirtyDays dirty;
  private final ZoneId zone;
  private final Duration gap;
  private final Runnable between;

  Refresher(Connected connected, DirtyDays dirty, StoreSettings settings, Runnable between) {
    this.connected = connected;
    this.dirty = dirty;
    this.zone = settings.zone();
    this.gap = settings.sessionGap();
    this.between = between;
    if (gap.compareTo(LONGEST_GAP) > 0) {
      throw Problem.caller(
          "session_gap", "a session gap of " + gap + " is longer than " + LONGEST_GAP);
    }
  }

  /**
   * Refreshes the days that are behind up to a day, in one pass from the first to the last: what
   * counting a day changes are only days after it. Between two stretches others may write.
   *
   * @param progress is told the part that is done, 0 to 1
   */
  void upTo(LocalDate last, DoubleConsumer progress) {
    pass(DirtyDays.Kind.VISITS, last, this::visits, part -> progress.accept(part * VISITS_SHARE));
    pass(
        DirtyDays.Kind.SALES,
        last,
        this::sales,
        part -> progress.accept(VISITS_SHARE + part * (1 - VISITS_SHARE)));
  }

  private void pass(
      DirtyDays.Kind kind, LocalDate last, Consumer<Stretch> count, DoubleConsumer progress) {
    List<LocalDate> left = dirty.between(kind, LocalDate.MIN, last);
    double all = left.size();
    while (!left.isEmpty()) {
      Stretch stretch = stretch(left);
      count.accept(stretch);
      between.run();
      left = dirty.between(kind, stretch.to().plusDays(1), last);
      progress.accept(Math.max(0, 1 - left.size() / all));
    }
    progress.accept(1);
  }

  private record Stretch(LocalDate from, LocalDate to) {}

  /** Neighbouring days from the first on, as many as fit into memory together. */
  private Stretch stretch(List<LocalDate> days) {
    LocalDate from = days.getFirst();
    Map<LocalDate, Long> events = eventsByDay(from, from.plusDays(LONGEST_STRETCH));
    LocalDate to = from;
    long sum = events.getOrDefault(to, 0L);
    while (days.contains(to.plusDays(1)) && to.isBefore(from.plusDays(LONGEST_STRETCH - 1))) {
      sum += events.getOrDefault(to.plusDays(1), 0L);
      if (sum > MOST_EVENTS) {
        break;
      }
      to = to.plusDays(1);
    }
    return new Stretch(from, to);
  }

  private Map<LocalDate, Long> eventsByDay(LocalDate from, LocalDate to) {
    Map<LocalDate, Long> events = new HashMap<>();
    connected.each(
        "events_by_day",
        row -> events.put(row.getObject(1, LocalDate.class), row.getLong(2)),
        from,
        to);
    return events;
  }

  private void visits(Stretch days) {
    LocalDate next = days.to().plusDays(1);
    List<Long> carried = new ArrayList<>();
    List<LocalDate> sold = new ArrayList<>();
    connected.transaction(
        () -> {
          carried.addAll(countVisits(days, next, sold));
          clean(DirtyDays.Kind.VISITS, days);
          mark(DirtyDays.Kind.VISITS, carried.isEmpty() ? List.of() : List.of(next));
          mark(DirtyDays.Kind.SALES, sold);
        });
    dirty.clean(DirtyDays.Kind.VISITS, days.from(), days.to());
    dirty.mark(DirtyDays.Kind.SALES, sold);
    if (!carried.isEmpty()) {
      dirty.touch(next, carried);
      dirty.mark(DirtyDays.Kind.VISITS, List.of(next));
    }
  }

  private void mark(DirtyDays.Kind kind, List<LocalDate> days) {
    dirty.unmarked(kind, days).forEach(day -> connected.run("mark_dirty", kind.stored(), day));
  }

  private void sales(Stretch days) {
    connected.transaction(
        () -> {
          countSales(days);
          clean(DirtyDays.Kind.SALES, days);
        });
    dirty.clean(DirtyDays.Kind.SALES, days.from(), days.to());
  }

  private void clean(DirtyDays.Kind kind, Stretch days) {
    connected.run("clean", kind.stored(), days.from(), days.to());
  }

  /**
   * Counts what visitors did on some days.
   *
   * @param sold is given the days of orders that may come from a changed session
   * @return the visitors whose next day continues from something else than before
   */
  private List<Long> countVisits(Stretch days, LocalDate next, List<LocalDate> sold) {
    dropTemporaries();
    touch(days);
    tagEvents(days);
    meetVisitors();
    connected.refresh("tail_before", days.to(), openSince(next));
    countSessions(days, next);
    countVisitorDays(days);
    countCarts(days);
    countProducts(days);
    countHours(days, next);
    List<Long> carried = changedTail(days.to(), next);
    sold.addAll(orderDays(days.from().minusDays(1), next));
    dropTemporaries();
    return carried;
  }

  private List<LocalDate> orderDays(LocalDate from, LocalDate to) {
    Sql sql = Sql.of(Statements.REFRESH.get("orders_of_touched"), from, to);
    return connected.list(sql, row -> row.getObject(1, LocalDate.class));
  }

  private List<Long> changedTail(LocalDate last, LocalDate next) {
    Sql sql = Sql.of(Statements.REFRESH.get("tail_changed"), last, openSince(next), next);
    return connected.list(sql, row -> row.getLong(1));
  }

  /** Whom the refresh is about: the visitors of the appends since the last one, when known. */
  private void touch(Stretch days) {
    connected.refresh("touched");
    Optional<Long[]> touched =
        days.from().equals(days.to()) ? dirty.touched(days.from()) : Optional.empty();
    if (touched.isEmpty()) {
      connected.refresh("touch_all", days.from(), days.to());
      return;
    }
    connected.refresh("touch", (Object) touched.get());
  }

  private void countHours(Stretch days, LocalDate next) {
    connected.refresh("changed_days", days.from(), next);
    connected.refresh("clear_hour_totals");
    connected.refresh("hour_totals");
  }

  private void tagEvents(Stretch days) {
    LocalDate before = days.from().minusDays(1);
    connected.refresh("pages", days.from(), days.to());
    connected.refresh("label_steps", days.from(), days.to());
    connected.refresh(
        "tagged", days.from(), days.to(), before, openSince(days.from()), gap.toMillis());
    connected.refresh("spans");
    connected.refresh("said", days.from(), days.to(), before);
    connected.refresh("origins");
  }

  /** A session whose last event is older is over when this day begins. */
  private LocalDateTime openSince(LocalDate day) {
    return Times.utc(day.atStartOfDay(zone).toInstant().minus(gap));
  }

  private void meetVisitors() {
    connected.refresh("arrivals");
    connected.refresh("moved");
    connected.refresh("moved_sessions");
    connected.refresh("moved_sales");
    connected.refresh("forget_moved");
    connected.refresh("arrive");
  }

  private void countSessions(Stretch days, LocalDate next) {
    connected.refresh("clear_sessions", days.from(), days.to());
    connected.refresh("sessions");
    Sql overMidnight = Sql.of(Statements.REFRESH.get("sessions_over_midnight"), days.from(), next);
    if (connected.number(overMidnight) > 0) {
      connected.refresh("whole_sessions", days.from(), next);
    }
  }

  private void countVisitorDays(Stretch days) {
    connected.refresh("clear_visitor_days", days.from(), days.to());
    connected.refresh("visitor_days", days.from(), days.to(), days.from());
    Sql later = Sql.of(Statements.REFRESH.get("has_later_visitors"), days.to());
    if (connected.number(later) > 0) {
      connected.refresh("later_visitor_days", days.to(), days.to());
    }
  }

  private void countCarts(Stretch days) {
    connected.refresh("clear_cart_events", days.from(), days.to());
    connected.refresh("cart_events", days.from(), days.to());
    connected.refresh("clear_visitor_users", days.from(), days.to());
    connected.refresh("visitor_users", days.from(), days.to());
  }

  private void countProducts(Stretch days) {
    connected.refresh("clear_product_sessions", days.from(), days.to());
    connected.refresh("product_sessions");
    connected.refresh("clear_product_days", days.from(), days.to());
    connected.refresh("product_days", days.from(), days.to());
    connected.refresh("heard_of_visits", days.from(), days.to());
    nameProducts();
  }

  private void nameProducts() {
    connected.refresh("named");
    connected.refresh("clear_products");
    connected.refresh("products");
    connected.refresh("drop_heard");
    connected.refresh("drop_named");
  }

  private void countSales(Stretch days) {
    connected.refresh("clear_sales", days.from(), days.to());
    connected.refresh("sales", days.from(), days.to(), days.from(), days.to());
    connected.refresh("clear_order_users", days.from(), days.to());
    connected.refresh("order_users", days.from(), days.to());
    connected.refresh("heard_of_sales", days.from(), days.to());
    nameProducts();
  }

  private void dropTemporaries() {
    TEMPORARIES.forEach(table -> connected.refresh("drop_" + table));
  }
}
