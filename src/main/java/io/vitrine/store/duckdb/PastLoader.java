package io.vitrine.store.duckdb;

import io.vitrine.store.StoreSettings;
import io.vitrine.store.StoredEvent;
import io.vitrine.store.ledger.OrderEntry;
import io.vitrine.store.past.Brought;
import io.vitrine.store.past.Past;
import io.vitrine.store.past.SessionRule;
import io.vitrine.store.sql.Sql;
import io.vitrine.store.sql.Statements;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Turns one {@link Past} into events, orders and properties. Used by the writer alone. */
final class PastLoader {

  private static final List<String> TEMPORARIES =
      List.of(
          "actions", "category_paths", "known", "states", "first_categories", "prices", "placed");

  private final Connected connected;
  private final BulkFunction function;
  private final StoreSettings settings;
  private final Clock clock;

  PastLoader(Connected connected, BulkFunction function, StoreSettings settings, Clock clock) {
    this.connected = connected;
    this.function = function;
    this.settings = settings;
    this.clock = clock;
  }

  /** Reads the files of properties, one transaction each; those read before are left out. */
  void readParts(Past past) {
    Set<String> wanted =
        past.properties().stream().map(Past.Part::fingerprint).collect(Collectors.toSet());
    Map<String, Long> staged = staged();
    staged.forEach((fingerprint, part) -> forgetUnless(wanted.contains(fingerprint), part));
    for (Past.Part part : past.properties()) {
      if (!staged.containsKey(part.fingerprint())) {
        connected.transaction(() -> readPart(part, past));
      }
    }
  }

  private Map<String, Long> staged() {
    Map<String, Long> parts = new HashMap<>();
    list("parts", row -> parts.put(row.getString(2), row.getLong(1)));
    return parts;
  }

  private void forgetUnless(boolean wanted, long part) {
    if (!wanted) {
      connected.transaction(
          () -> {
            connected.past("forget_part_rows", part);
            connected.past("forget_part", part);
          });
    }
  }

  private void readPart(Past.Part part, Past past) {
    long number = number("next_part");
    function.read(part.rows(), rows -> connected.past("read_part", number, rows));
    connected.past("record_part", number, part.fingerprint());
    nameProperties(past.names().get());
  }

  private void nameProperties(Map<Integer, String> names) {
    Map<Integer, String> known = new HashMap<>();
    list("property_names", row -> known.put(row.getInt(1), row.getString(2)));
    names.forEach(
        (property, name) -> {
          if (!known.containsKey(property)) {
            connected.past("name_property", property, name);
          }
        });
  }

  /**
   * Stores the actions; to be called within the transaction of the import.
   *
   * @param after the last sequence number before them
   */
  Brought storeActions(Past past, long after, LedgerTables ledger) throws SQLException {
    dropTemporaries();
    if (number("adopted_parts") > 0) {
      connected.past("forget_repeated_properties");
    }
    String prefix = past.kind() + ":";
    ActionRows rows = new ActionRows(past.actions(), prefix, settings.zone());
    long gap = settings.sessionGap().toMillis();
    function.read(rows, number -> connected.past("read_actions", gap, number));
    Draft draft = new Draft(past, after, prefix);
    past.progress().accept(0.1);
    draft.count();
    past.progress().accept(0.15);
    draft.store(ledger);
    Brought brought = draft.brought();
    dropTemporaries();
    return brought;
  }

  private List<OrderEntry> purchases(long after) {
    List<OrderEntry> entries = new ArrayList<>();
    connected.rows(
        Sql.of(Statements.PAST.get("purchases_after"), after),
        rows -> {
          EventReader reader = new EventReader(rows);
          while (rows.next()) {
            StoredEvent stored = reader.read();
            long visitor = rows.getLong("visitor_key");
            entries.addAll(LedgerTables.entries(stored.event(), stored.sequence(), visitor));
          }
        });
    return entries;
  }

  private void dropTemporaries() {
    TEMPORARIES.forEach(table -> connected.past("drop_" + table));
  }

  private long number(String name, @Nullable Object... values) {
    return connected.number(Sql.of(Statements.PAST.get(name), values));
  }

  private <T extends @Nullable Object> List<T> list(
      String name, Connected.RowReader<T> reader, @Nullable Object... values) {
    return connected.list(Sql.of(Statements.PAST.get(name), values), reader);
  }

  private record Kept(
      List<Long> kinds,
      long visitors,
      long products,
      long orders,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay,
      long days,
      long byInactivity,
      long byCalendarDay) {

    static Kept of(ResultSet row) throws SQLException {
      return new Kept(
          List.of(row.getLong(1), row.getLong(2), row.getLong(3)),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6),
          row.getObject(7, LocalDate.class),
          row.getObject(8, LocalDate.class),
          row.getLong(9),
          row.getLong(10),
          row.getLong(11));
    }
  }

  /** What is found out on the way. */
  private final class Draft {

    private final Past past;
    private final long after;
    private final String prefix;
    private List<Brought.Repeated> repeated = List.of();
    private List<Kept> kept = List.of();
    private long known;

    Draft(Past past, long after, String prefix) {
      this.past = past;
      this.after = after;
      this.prefix = prefix;
    }

    void count() {
      repeated = list("repeated", row -> new Brought.Repeated(row.getLong(1), row.getString(2)));
      kept = list("count_kept", Kept::of);
      if (after > 0) {
        long before = all();
        connected.past("forget_known", prefix);
        known = before - all();
      }
    }

    private long all() {
      return number("kept_rows");
    }

    void store(LedgerTables ledger) throws SQLException {
      appendPaths(past.paths());
      connected.past("known");
      past.progress().accept(0.25);
      connected.past("states");
      connected.past("first_categories");
      connected.past("prices");
      connected.past("placed");
      connected.past("drop_actions");
      past.progress().accept(0.4);
      connected.past(
          "store_actions",
          after,
          prefix,
          Times.utc(clock.instant()),
          past.kind(),
          past.rule() == SessionRule.CALENDAR_DAY);
      past.progress().accept(0.9);
      connected.past("count_new_type_hours", after);
      for (LocalDate day : ledger.enter(purchases(after))) {
        connected.run("mark_dirty", DirtyDays.Kind.SALES.stored(), day);
      }
    }

    Brought brought() {
      Kept all = kept.getFirst();
      List<Long> properties =
          list("count_properties", row -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
              .getFirst();
      List<Long> unpriced =
          list("lines_without_price", row -> List.of(row.getLong(1), row.getLong(2)), after)
              .getFirst();
      BigDecimal revenue =
          list("revenue_of_new_orders", row -> row.getBigDecimal(1), after).getFirst();
      return new Brought(
          repeated,
          known,
          number("count_stored", after),
          all.kinds(),
          all.visitors(),
          all.products(),
          all.orders(),
          all.firstDay(),
          all.lastDay(),
          all.days(),
          all.byInactivity(),
          all.byCalendarDay(),
          properties.get(0),
          properties.get(1),
          properties.get(2),
          revenue,
          unpriced.get(0),
          unpriced.get(1));
    }
  }

  private void appendPaths(Map<Long, String> paths) throws SQLException {
    connected.past("category_paths");
    try (DuckDBAppender to = connected.appender("category_paths")) {
      for (Map.Entry<Long, String> path : paths.entrySet()) {
        to.beginRow();
        to.append(path.getKey().longValue()).append(path.getValue());
        to.endRow();
      }
    }
  }
}
