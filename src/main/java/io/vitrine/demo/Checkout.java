package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From the cart to the order, as far as it goes. */
final class Checkout {

  private static final double FINISHES = 0.66;
  private static final double ARRIVES_TWICE = 0.06;
  private static final double CANCELLED = 0.015;
  private static final double REFUNDED = 0.066;
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
  private static final Odds<String> PAYMENTS =
      new Odds<>(
          List.of("card", "paypal", "apple_pay", "klarna", "gift_card"),
          Map.of("card", 58, "paypal", 23, "apple_pay", 11, "klarna", 6, "gift_card", 2)::get);

  private final Visit visit;
  private final Visitor visitor;
  private final Dice dice;

  Checkout(Visit visit) {
    this.visit = visit;
    this.visitor = visit.visitor;
    this.dice = visit.dice;
  }

  void run() {
    visit.pause(20);
    visitor.signedIn |= visitor.registers();
    visit.send(withCart(visit.event(EventType.CHECKOUT, "/checkout")));
    if (!step("/checkout/delivery", 45) || !step("/checkout/payment", 40)) {
      return;
    }
    visit.pause(50);
    pay();
  }

  private Event.Draft withCart(Event.Draft draft) {
    return draft
        .set(Field.AMOUNT, Order.sum(lines()))
        .set(Field.CURRENCY, visitor.market().currency())
        .set(Field.RATE, visitor.market().rate())
        .set(Field.CART_ID, "c-" + Long.toString(visitor.number(), 36))
        .items(lines());
  }

  /** Goes to the next page, if the visitor does not give up. */
  private boolean step(String page, double seconds) {
    if (!dice.chance(StrictMath.sqrt(FINISHES))) {
      return false;
    }
    visit.pause(seconds);
    visit.send(visit.event(EventType.PAGE_VIEW, page).set(Field.PAGE_TITLE, "Checkout"));
    return true;
  }

  private void pay() {
    Order order = order();
    if (visit.world.incidents().checkoutDown(visit.now()) && dice.chance(0.95)) {
      visit.logs().checkoutFailed(order);
      visit.send(visit.event(EventType.PAGE_VIEW, "/checkout/error"));
      return;
    }
    if (dice.chance(0.05)) {
      visit.logs().payment(order, "declined");
      return;
    }
    place(order);
  }

  private Order order() {
    return new Order(
        orderId(), visit.now(), visitor.market(), visitor.account(), lines(), PAYMENTS.draw(dice));
  }

  private String orderId() {
    String tail = Long.toString(Dice.hash(visitor.number(), visitor.visits, 9) >>> 36, 36);
    return "ML" + DATE.format(visit.day) + "-" + tail.toUpperCase(Locale.ROOT);
  }

  private List<OrderLine> lines() {
    List<OrderLine> lines = new ArrayList<>();
    visitor.cart.forEach((product, pieces) -> lines.add(line(product, pieces)));
    return lines;
  }

  private OrderLine line(Product product, long pieces) {
    return new OrderLine(
        product.id(), product.name(), product.category(), pieces, visit.price(product));
  }

  private void place(Order order) {
    visit.send(order.write(purchase()));
    if (dice.chance(ARRIVES_TWICE)) {
      visit.world.outbox().add(order.secondArrival(purchase(), dice));
    }
    visit.logs().payment(order, "approved");
    visitor.orders++;
    visitor.cart.clear();
    regret(order);
  }

  private Event.Draft purchase() {
    Event.Draft purchase = visit.event(EventType.PURCHASE, "/checkout/thanks");
    BigDecimal saved = saved();
    if (saved.signum() > 0) {
      purchase.set(Field.DISCOUNT, saved);
      Campaign.on(visit.day).ifPresent(campaign -> purchase.set(Field.COUPON, campaign.name()));
    }
    return purchase;
  }

  private BigDecimal saved() {
    return visitor.cart.entrySet().stream()
        .map(entry -> saved(entry.getKey(), entry.getValue()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal saved(Product product, int pieces) {
    BigDecimal regular = product.regular(visit.day, visitor.market());
    return regular.subtract(visit.price(product)).multiply(BigDecimal.valueOf(pieces));
  }

  private void regret(Order order) {
    double roll = dice.unit();
    if (roll < CANCELLED) {
      Instant when = order.at().plusSeconds(900 + dice.below(30_000));
      visit.world.outbox().add(order.cancellation(when));
      return;
    }
    if (roll < CANCELLED + REFUNDED) {
      refund(order);
    }
  }

  private void refund(Order order) {
    LocalDate day = visit.day.plusDays(3L + dice.below(16));
    Instant when = Season.officeMoment(day, dice);
    visit.world.outbox().add(order.refund(when, dice));
    visit.logs().refunded(order, when);
  }
}
