package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order and the events that change it later.
 *
 * @param id the order's id
 * @param at when it was placed
 * @param market where; it gives the currency
 * @param account who, when signed in
 * @param lines what
 * @param payment how it was paid
 */
record Order(
    String id,
    Instant at,
    Market market,
    @Nullable String account,
    List<OrderLine> lines,
    String payment) {

  private static final BigDecimal TAX_PART = new BigDecimal("0.166667");
  private static final BigDecimal FREE_SHIPPING_FROM = new BigDecimal("60");

  Order {
    lines = List.copyOf(lines);
  }

  /** Sum of the lines. */
  BigDecimal amount() {
    return sum(lines);
  }

  static BigDecimal sum(List<OrderLine> lines) {
    return lines.stream().map(Order::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal amount(OrderLine line) {
    BigDecimal amount = line.amount();
    return amount == null ? BigDecimal.ZERO : amount;
  }

  BigDecimal shipping() {
    boolean free = amount().compareTo(FREE_SHIPPING_FROM) >= 0;
    return new BigDecimal(free ? "0.00" : "5.90");
  }

  /** Puts what the order is worth onto a purchase. */
  Event.Draft write(Event.Draft purchase) {
    return money(purchase, amount())
        .set(Field.TAX, amount().multiply(TAX_PART).setScale(2, RoundingMode.HALF_EVEN))
        .set(Field.SHIPPING, shipping())
        .set(Field.TRANSACTION_ID, transaction())
        .set(Field.PAYMENT_METHOD, payment)
        .items(lines);
  }

  private Event.Draft money(Event.Draft draft, BigDecimal amount) {
    return draft
        .set(Field.ORDER_ID, id)
        .set(Field.AMOUNT, amount)
        .set(Field.CURRENCY, market.currency())
        .set(Field.RATE, market.rate());
  }

  String accountOrGuest() {
    return Objects.requireNonNullElse(account, "guest");
  }

  String transaction() {
    return "tx-" + id;
  }

  /** The purchase as the shop's server sends it again, a moment after the browser. */
  Event.Draft secondArrival(Event.Draft purchase, Dice dice) {
    return write(purchase)
        .set(Field.ID, id + "-server")
        .set(Field.SOURCE, "server")
        .set(Field.TIMESTAMP, at.plusMillis(1_500 + dice.below(6_000)));
  }

  /** A cancellation before anything was sent. */
  Event.Draft cancellation(Instant when) {
    return later(EventType.CANCELLATION, "-cancelled", when, amount());
  }

  /** Everything or some lines come back. */
  Event.Draft refund(Instant when, Dice dice) {
    List<OrderLine> back = dice.chance(0.5) ? lines : some(dice);
    return later(EventType.REFUND, "-refund", when, sum(back)).items(back);
  }

  private List<OrderLine> some(Dice dice) {
    List<OrderLine> left = new ArrayList<>(lines);
    if (left.size() > 1) {
      left.remove(dice.below(left.size()));
      return left;
    }
    return List.of(onePiece(left.getFirst()));
  }

  private static OrderLine onePiece(OrderLine line) {
    return new OrderLine(line.productId(), line.productName(), line.categoryId(), 1, line.price());
  }

  private Event.Draft later(EventType type, String suffix, Instant when, BigDecimal amount) {
    Event.Draft draft =
        Event.draft()
            .set(Field.ID, id + suffix)
            .set(Field.TYPE, type.name())
            .set(Field.TIMESTAMP, when)
            .set(Field.SOURCE, "server")
            .set(Field.COUNTRY, market.name());
    return money(draft, amount);
  }
}
