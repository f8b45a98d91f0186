package io.vitrine.store.ledger;

import io.vitrine.model.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes orders from entries. Pure: equal sets of entries give equal orders. */
public final class Ledger {

  static final Comparator<OrderEntry> BY_TIME =
      Comparator.comparing(OrderEntry::at)
          .thenComparing(OrderEntry::eventId)
          .thenComparingInt(OrderEntry::line);

  private final Exchange exchange;

  /** A ledger in a reporting currency. */
  public Ledger(Currency reporting) {
    this.exchange = new Exchange(reporting);
  }

  /** The orders of some entries, which must hold every entry of each order id among them. */
  public List<Order> orders(Collection<OrderEntry> entries) {
    Map<String, List<OrderEntry>> byOrder = new TreeMap<>();
    for (OrderEntry entry : entries) {
      byOrder.computeIfAbsent(entry.orderId(), id -> new ArrayList<>()).add(entry);
    }
    return byOrder.values().stream().map(this::order).toList();
  }

  private Order order(List<OrderEntry> entries) {
    List<OrderEntry> sorted = distinct(entries);
    Purchase purchase = Purchase.of(of(EventType.PURCHASE, sorted), exchange);
    List<OrderEntry> refunds = of(EventType.REFUND, sorted);
    Refunds refunded = new Refunds(exchange, purchase).all(refunds);
    OrderEntry any = sorted.getFirst();
    return new Order(
        any.orderId(),
        purchase.eventId(),
        purchase.placedAt(),
        purchase.visitorKey(),
        purchase.bot(),
        purchase.places(),
        purchase.currency(),
        purchase.rate(),
        first(of(EventType.CANCELLATION, sorted)),
        last(refunds),
        refunded.excess(),
        refunded.lines());
  }

  private static List<OrderEntry> distinct(List<OrderEntry> entries) {
    Map<String, OrderEntry> distinct = new LinkedHashMap<>();
    for (OrderEntry entry : entries) {
      distinct.putIfAbsent(entry.line() + " " + entry.eventId(), entry);
    }
    return distinct.values().stream().sorted(BY_TIME).toList();
  }

  private static List<OrderEntry> of(EventType kind, List<OrderEntry> entries) {
    return entries.stream().filter(entry -> Objects.equals(entry.kind(), kind)).toList();
  }

  private static @Nullable Instant first(List<OrderEntry> sorted) {
    return sorted.isEmpty() ? null : sorted.getFirst().at();
  }

  private static @Nullable Instant last(List<OrderEntry> sorted) {
    return sorted.isEmpty() ? null : sorted.getLast().at();
  }
}
