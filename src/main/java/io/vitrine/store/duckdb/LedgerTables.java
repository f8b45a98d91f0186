package io.vitrine.store.duckdb;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import io.vitrine.model.Worth;
import io.vitrine.store.ledger.Ledger;
import io.vitrine.store.ledger.Order;
import io.vitrine.store.ledger.OrderEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tables of the order ledger in step with the events, within the transaction that appends
 * them. Used by the writer alone.
 */
final class LedgerTables {

  private static final Field[] PLACE_FIELDS =
      OrderEntry.PLACES.stream().map(LedgerTables::placeField).toArray(Field[]::new);

  /** The largest amount of a column with four digits after the point. */
  private static final BigDecimal MOST = Worth.LIMIT.subtract(BigDecimal.ONE.movePointLeft(4));

  private final Connected connected;
  private final Ledger ledger;
  private final ZoneId zone;

  LedgerTables(Connected connected, Ledger ledger, ZoneId zone) {
    this.connected = connected;
    this.ledger = ledger;
    this.zone = zone;
  }

  private static Field placeField(String place) {
    return switch (place) {
      case "source", "medium", "campaign" -> field("utm_" + place);
      case String other -> field(other);
    };
  }

  private static Field field(String name) {
    return Field.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /**
   * Enters new purchases, refunds and cancellations and makes their orders anew.
   *
   * @return the days whose figures change: those of the orders, before and now
   */
  Set<LocalDate> enter(List<OrderEntry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return Set.of();
    }
    Long[] keys = entries.stream().map(e -> Hash.of(e.orderId())).distinct().toArray(Long[]::new);
    List<OrderEntry> earlier = earlier(keys);
    appendEntries(entries);
    if (!earlier.isEmpty()) {
      connected.run("forget_orders", (Object) keys);
      connected.run("forget_order_lines", (Object) keys);
    }
    List<OrderEntry> all = new ArrayList<>(earlier);
    all.addAll(entries);
    Set<LocalDate> days = days(ledger.orders(earlier));
    List<Order> orders = ledger.orders(all);
    days.addAll(days(orders));
    appendOrders(orders);
    return days;
  }

  private List<OrderEntry> earlier(Long[] keys) {
    return connected.list("entries_of_orders", LedgerTables::entry, (Object) keys);
  }

  /** The entries of one event: its items, or itself. */
  static List<OrderEntry> entries(Event event, long sequence, @Nullable Long visitorKey) {
    if (event.items().isEmpty()) {
      OrderLine whole =
          new OrderLine(
              "",
              event.text(Field.PRODUCT_NAME),
              event.text(Field.CATEGORY_ID),
              pieces(event.integer(Field.QUANTITY)),
              event.decimal(Field.PRICE));
      return List.of(entry(event, sequence, visitorKey, 0, whole, event.text(Field.PRODUCT_ID)));
    }
    List<OrderEntry> entries = new ArrayList<>();
    for (OrderLine item : event.items()) {
      int line = entries.size() + 1;
      entries.add(entry(event, sequence, visitorKey, line, item, item.productId()));
    }
    return entries;
  }

  /** As the column keeps it, so that an entry is the same before and after it was stored. */
  private static @Nullable BigDecimal stored(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.setScale(4, RoundingMode.HALF_UP);
  }

  private static long pieces(@Nullable Long quantity) {
    return quantity == null ? 1 : quantity;
  }

  private static OrderEntry entry(
      Event event,
      long sequence,
      @Nullable Long visitorKey,
      int line,
      OrderLine item,
      @Nullable String productId) {
    Double rate = event.number(Field.RATE);
    return new OrderEntry(
        sequence,
        String.valueOf(event.text(Field.ORDER_ID)),
        event.id(),
        event.type(),
        line,
        Instant.ofEpochMilli(event.timestamp().toEpochMilli()),
        productId,
        item.productName(),
        item.categoryId(),
        item.quantity(),
        stored(item.price()),
        stored(event.decimal(Field.AMOUNT)),
        event.text(Field.CURRENCY),
        rate == null ? null : BigDecimal.valueOf(rate),
        visitorKey,
        event.flag(Field.BOT),
        Arrays.stream(PLACE_FIELDS).<@Nullable String>map(event::text).toList());
  }

  private void appendEntries(Collection<OrderEntry> entries) throws SQLException {
    try (DuckDBAppender to = connected.appender("order_entries")) {
      for (OrderEntry entry : entries) {
        append(to, entry);
      }
    }
  }

  private void append(DuckDBAppender to, OrderEntry entry) throws SQLException {
    LocalDateTime local = LocalDateTime.ofInstant(entry.at(), zone);
    to.beginRow();
    to.append(entry.sequence()).append(Hash.of(entry.orderId())).append(entry.orderId());
    to.append(entry.eventId()).append(entry.kind().name()).append(entry.line());
    to.append(utc(entry.at())).append(local.toLocalDate()).append(local);
    to.append(entry.productId()).append(entry.productName()).append(entry.categoryId());
    to.append(entry.quantity());
    EventAppender.appendDecimal(to, entry.price());
    EventAppender.appendDecimal(to, entry.amount());
    to.append(entry.currency()).append(number(entry.rate()));
    to.append(entry.visitorKey()).append(entry.bot());
    for (String place : entry.places()) {
      to.append(place);
    }
    to.endRow();
  }

  private Set<LocalDate> days(List<Order> orders) {
    Set<LocalDate> days = new HashSet<>();
    for (Order order : orders) {
      if (order.placedAt() != null) {
        days.add(LocalDate.ofInstant(order.placedAt(), zone));
      }
    }
    return days;
  }

  private void appendOrders(List<Order> orders) throws SQLException {
    try (DuckDBAppender to = connected.appender("orders");
        DuckDBAppender lines = connected.appender("order_lines")) {
      for (Order order : orders) {
        append(to, order);
        appendLines(lines, order);
      }
    }
  }

  private void append(DuckDBAppender to, Order order) throws SQLException {
    Instant placed = order.placedAt();
    LocalDateTime local = placed == null ? null : LocalDateTime.ofInstant(placed, zone);
    to.beginRow();
    to.append(Hash.of(order.orderId())).append(order.orderId()).append(order.eventId());
    to.append(utc(placed)).append(local == null ? null : local.toLocalDate()).append(local);
    to.append(order.visitorKey()).append(order.bot());
    for (String place : order.places()) {
      to.append(place);
    }
    to.append(order.currency()).append(number(order.rate()));
    to.append(utc(order.cancelledAt())).append(utc(order.refundedAt()));
    EventAppender.appendDecimal(to, bounded(order.gross()));
    EventAppender.appendDecimal(to, bounded(order.refunded()));
    EventAppender.appendDecimal(to, bounded(order.refundExcess()));
    to.endRow();
  }

  /** One event fits the column; of what many events of an order sum up to, as much as it holds. */
  private static @Nullable BigDecimal bounded(@Nullable BigDecimal sum) {
    return sum == null ? null : sum.min(MOST);
  }

  private static void appendLines(DuckDBAppender to, Order order) throws SQLException {
    int number = 0;
    for (Order.Line line : order.lines()) {
      to.beginRow();
      to.append(Hash.of(order.orderId())).append(++number);
      to.append(line.productId()).append(line.productName()).append(line.categoryId());
      to.append(line.quantity());
      EventAppender.appendDecimal(to, bounded(line.gross()));
      EventAppender.appendDecimal(to, bounded(line.refunded()));
      to.endRow();
    }
  }

  private static @Nullable LocalDateTime utc(@Nullable Instant at) {
    return at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  private static @Nullable Double number(@Nullable BigDecimal rate) {
    return rate == null ? null : rate.doubleValue();
  }

  private static OrderEntry entry(ResultSet row) throws SQLException {
    List<@Nullable String> places = new ArrayList<>();
    for (String place : OrderEntry.PLACES) {
      places.add(row.getString(place));
    }
    return new OrderEntry(
        row.getLong("seq"),
        row.getString("order_id"),
        row.getString("event_id"),
        new EventType(row.getString("kind")),
        row.getInt("line"),
        row.getObject("happened_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getString("product_id"),
        row.getString("product_name"),
        row.getString("category_id"),
        row.getLong("quantity"),
        row.getBigDecimal("price"),
        row.getBigDecimal("amount"),
        row.getString("currency"),
        rate(row),
        key(row),
        row.getBoolean("bot"),
        places);
  }

  private static @Nullable BigDecimal rate(ResultSet row) throws SQLException {
    double rate = row.getDouble("rate");
    return row.wasNull() ? null : BigDecimal.valueOf(rate);
  }

  private static @Nullable Long key(ResultSet row) throws SQLException {
    long key = row.getLong("visitor_key");
    return row.wasNull() ? null : key;
  }
}
