package io.vitrine.store.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Spreads what was given back over the lines of an order: refunds in the order of their time, each
 * first on the products it names, never more than was paid.
 */
final class Refunds {

  private final Exchange exchange;
  private final Purchase purchase;
  private final List<Order.Line> lines;
  private BigDecimal excess = BigDecimal.ZERO;

  Refunds(Exchange exchange, Purchase purchase) {
    this.exchange = exchange;
    this.purchase = purchase;
    this.lines = new ArrayList<>(purchase.lines());
  }

  /** Spreads refund entries, sorted by time. */
  Refunds all(List<OrderEntry> entries) {
    Map<String, List<OrderEntry>> events = new LinkedHashMap<>();
    for (OrderEntry entry : entries) {
      events.computeIfAbsent(entry.eventId(), id -> new ArrayList<>()).add(entry);
    }
    events.values().forEach(this::one);
    return this;
  }

  List<Order.Line> lines() {
    return lines;
  }

  BigDecimal excess() {
    return excess;
  }

  private void one(List<OrderEntry> event) {
    OrderEntry first = event.getFirst();
    if (first.amount() == null || isSumOfItems(event)) {
      event.forEach(this::named);
      return;
    }
    BigDecimal amount = exchange.convert(first.amount(), rate(first));
    if (amount != null) {
      giveBack(isAllThatWasPaid(first) ? rest() : amount, event);
    }
  }

  /** Whether its amount says no more than its items; they are then converted as lines are. */
  private static boolean isSumOfItems(List<OrderEntry> event) {
    BigDecimal sum = BigDecimal.ZERO;
    for (OrderEntry entry : event) {
      BigDecimal priced = entry.priced();
      if (entry.line() == 0 || priced == null) {
        return false;
      }
      sum = sum.add(priced);
    }
    return isSame(sum, event.getFirst().amount());
  }

  /** Lines are rounded one by one: their sum may be a cent off the converted whole. */
  private boolean isAllThatWasPaid(OrderEntry refund) {
    return isSame(purchase.paid(), refund.amount())
        && Objects.equals(refund.currency(), purchase.currency())
        && isSame(purchase.rate(), rate(refund))
        && lines.stream().allMatch(line -> line.refunded().signum() == 0);
  }

  private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one != null && other != null && one.compareTo(other) == 0;
  }

  /** What an entry stands for: pieces of a product, a whole product, or everything. */
  private void named(OrderEntry entry) {
    if (entry.productId() == null) {
      giveBack(rest(), List.of());
      return;
    }
    giveBack(worth(entry), List.of(entry));
  }

  private BigDecimal worth(OrderEntry entry) {
    BigDecimal priced = exchange.convert(entry.priced(), rate(entry));
    if (priced != null) {
      return priced;
    }
    BigDecimal worth = BigDecimal.ZERO;
    for (Order.Line line : lines) {
      if (isFor(line, entry)) {
        worth = worth.add(entry.line() > 0 ? pieces(line, entry.quantity()) : line.rest());
      }
    }
    return worth;
  }

  /** So many pieces of a line at what they cost; all of them cost the whole line. */
  private BigDecimal pieces(Order.Line line, long quantity) {
    if (line.gross() == null || quantity >= line.quantity()) {
      return line.rest();
    }
    BigDecimal share =
        line.gross()
            .multiply(BigDecimal.valueOf(quantity))
            .divide(BigDecimal.valueOf(line.quantity()), 10, java.math.RoundingMode.HALF_UP);
    return exchange.rounded(share);
  }

  private void giveBack(BigDecimal amount, List<OrderEntry> event) {
    BigDecimal rest = amount;
    for (OrderEntry entry : event) {
      rest = rest.subtract(onProduct(rest, entry));
    }
    BigDecimal spread = rest.min(rest());
    spreadOver(spread);
    excess = excess.add(rest.subtract(spread));
  }

  private BigDecimal onProduct(BigDecimal amount, OrderEntry entry) {
    BigDecimal given = BigDecimal.ZERO;
    for (int i = 0; i < lines.size(); i++) {
      if (isFor(lines.get(i), entry)) {
        given = given.add(onLine(i, amount.subtract(given)));
      }
    }
    return given;
  }

  private void spreadOver(BigDecimal amount) {
    if (amount.signum() <= 0) {
      return;
    }
    List<BigDecimal> parts = exchange.spread(amount, lines.stream().map(Order.Line::rest).toList());
    BigDecimal left = amount;
    for (int i = 0; i < lines.size(); i++) {
      left = left.subtract(onLine(i, parts.get(i)));
    }
    for (int i = 0; i < lines.size(); i++) {
      left = left.subtract(onLine(i, left));
    }
  }

  private BigDecimal onLine(int index, BigDecimal amount) {
    BigDecimal part = amount.min(lines.get(index).rest());
    lines.set(index, lines.get(index).refund(part));
    return part;
  }

  private BigDecimal rest() {
    return lines.stream().map(Order.Line::rest).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean isFor(Order.Line line, OrderEntry entry) {
    return entry.productId() != null && Objects.equals(line.productId(), entry.productId());
  }

  /** The refund's own rate, or that of its order when both are in the same currency. */
  private @Nullable BigDecimal rate(OrderEntry refund) {
    BigDecimal own = exchange.rate(refund);
    if (own != null || !Objects.equals(refund.currency(), purchase.currency())) {
      return own;
    }
    return purchase.rate();
  }
}
