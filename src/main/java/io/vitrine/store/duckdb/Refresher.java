package io.vitrine.store.duckdb;

import io.vitrine.model.Problem;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.sql.Sql;
import io.vitrine.store.sql.Statements;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Counts the derived tables of the days that changed again, a stretch of neighbouring days at a
 * time, each in one transaction. Used by the writer alone.
 */
final class Refresher {

  private static final int LONGEST_STRETCH = 14;
  private static final Duration LONGEST_GAP = Duration.ofHours(12);

  private final Connected connected;
  private final DirtyDays dirty;
  private final ZoneId zone;
  private final Duration gap;

  Refresher(Connected connected, DirtyDays dirty, StoreSettings settings) {
    this.connected = connected;
    this.dirty = dirty;
    this.zone = settings.zone();
    this.gap = settings.sessionGap();
    if (gap.compareTo(LONGEST_GAP) > 0) {
      throw Problem.caller(
          "session_gap", "a session gap of " + gap + " is longer than " + LONGEST_GAP);
    }
  }

  /** Refreshes every day that is behind. */
  void all() {
    while (!dirty.sorted(DirtyDays.Kind.VISITS).isEmpty()) {
      visits(stretch(dirty.sorted(DirtyDays.Kind.VISITS)));
    }
    while (!dirty.sorted(DirtyDays.Kind.SALES).isEmpty()) {
      sales(stretch(dirty.sorted(DirtyDays.Kind.SALES)));
    }
  }

  private record Stretch(LocalDate from, LocalDate to) {}

  private static Stretch stretch(List<LocalDate> days) {
    LocalDate from = days.getFirst();
    LocalDate to = from;
    while (days.contains(to.plusDays(1)) && to.isBefore(from.plusDays(LONGEST_STRETCH - 1))) {
      to = to.plusDays(1);
    }
    return new Stretch(from, to);
  }

  private void visits(Stretch days) {
    LocalDate next = days.to().plusDays(1);
    Stretch wide = new Stretch(days.from().minusDays(1), next);
    boolean[] nextChanged = {false};
    connected.transaction(
        () -> {
          nextChanged[0] = countVisits(days, next);
          countSales(wide);
          clean(DirtyDays.Kind.VISITS, days);
          clean(DirtyDays.Kind.SALES, wide);
          if (nextChanged[0]) {
            connected.run("mark_dirty", DirtyDays.Kind.VISITS.stored(), next);
          }
        });
    dirty.clean(DirtyDays.Kind.VISITS, days.from(), days.to());
    dirty.clean(DirtyDays.Kind.SALES, wide.from(), wide.to());
    if (nextChanged[0]) {
      dirty.mark(DirtyDays.Kind.VISITS, List.of(next));
    }
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

  /** Whether the sessions that the next day continues have changed. */
  private boolean countVisits(Stretch days, LocalDate next) {
    dropTemporaries();
    tagEvents(days);
    meetVisitors();
    boolean nextExists = number("has_day", next) > 0;
    connected.refresh("tail_before", days.to(), openSince(next));
    countSessions(days, next);
    countVisitorDays(days);
    countProducts(days);
    boolean changed = nextExists && number("tail_changed", days.to(), openSince(next)) > 0;
    dropTemporaries();
    return changed;
  }

  private void tagEvents(Stretch days) {
    LocalDate before = days.from().minusDays(1);
    connected.refresh(
        "tagged", days.from(), days.to(), before, openSince(days.from()), gap.toMillis());
    connected.refresh("heads");
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
    connected.refresh("whole_sessions", days.from(), next);
  }

  private void countVisitorDays(Stretch days) {
    connected.refresh("clear_visitor_days", days.from(), days.to());
    connected.refresh("visitor_days", days.from(), days.to(), days.from());
    if (number("has_later_visitors", days.to()) > 0) {
      connected.refresh("later_visitor_days", days.to(), days.to());
    }
  }

  private void countProducts(Stretch days) {
    connected.refresh("clear_product_sessions", days.from(), days.to());
    connected.refresh("product_sessions");
    connected.refresh("clear_product_days", days.from(), days.to());
    connected.refresh("product_days", days.from(), days.to());
    connected.refresh("named", days.from(), days.to(), days.from(), days.to());
    connected.refresh("clear_products");
    connected.refresh("products");
  }

  private void countSales(Stretch days) {
    connected.refresh("clear_sales", days.from(), days.to());
    connected.refresh("sales", days.from(), days.to(), days.from(), days.to());
  }

  private long number(String name, Object... values) {
    return connected.number(Sql.of(Statements.REFRESH.get(name), values));
  }

  private void dropTemporaries() {
    for (String table : List.of("tagged", "heads", "arrivals", "moved", "tail", "named")) {
      connected.refresh("drop_" + table);
    }
  }
}
