package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.math.BigDecimal;

/**
 * What the shop's own fraud check thinks of an order.
 *
 * @param score 0 to 100
 * @param indicators why, separated by commas
 */
record Suspicion(double score, String indicators) {

  private static final BigDecimal HIGH = new BigDecimal("350");

  static Suspicion about(Order order, Dice dice) {
    double base = dice.between(1, 18);
    if (order.amount().compareTo(HIGH) >= 0) {
      return new Suspicion(Math.round(base + 38 + dice.below(20)), "high_amount,unusual_basket");
    }
    if (dice.chance(0.01)) {
      return new Suspicion(Math.round(base + 30), "disposable_email");
    }
    return new Suspicion(Math.round(base), "none");
  }

  boolean detected() {
    return score >= 50;
  }

  String level() {
    return detected() ? "ERROR" : score >= 25 ? "WARN" : "INFO";
  }

  Event.Draft log(Event.Draft line, Order order) {
    return line.set(Field.TRANSACTION_ID, order.transaction())
        .set(Field.ORDER_ID, order.id())
        .set(Field.USER_ID, order.accountOrGuest())
        .set(Field.AMOUNT, order.amount())
        .set(Field.CURRENCY, order.market().currency())
        .set(Field.RATE, order.market().rate())
        .set(Field.FRAUD_SCORE, score)
        .set(Field.FRAUD_DETECTED, detected())
        .set(Field.INDICATORS, indicators)
        .set(Field.LOCATION, order.market().place())
        .set(Field.COUNTRY, order.market().name())
        .set(Field.MESSAGE, "fraud check of " + order.id() + ": " + (long) score);
  }
}
