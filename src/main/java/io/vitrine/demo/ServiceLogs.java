package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.time.Instant;

/** What the shop's services log about one visit. */
final class ServiceLogs {

  private static final double CALLS = 0.45;
  private static final double CALLS_BEFORE = 0.05;
  private static final double ACTS = 0.16;
  private static final double ACTS_BEFORE = 0.015;

  private final Visit visit;
  private final Dice dice;
  private final boolean detailed;
  private int lines;

  ServiceLogs(Visit visit) {
    this.visit = visit;
    this.dice = Dice.of(Dice.hash(visit.visitor.number(), visit.visitor.visits), 51);
    this.detailed = visit.world.detailed(visit.day);
  }

  private String nextId() {
    return visit.session() + "-log-" + lines++;
  }

  private Event.Draft line(EventType type, String level, String service) {
    return LogLine.of(type, nextId(), visit.now(), level, service)
        .set(Field.IP, visit.visitor.address())
        .set(Field.USER_ID, visit.visitor.account());
  }

  private void write(Event.Draft log) {
    visit.world.outbox().add(log);
  }

  /** Logs that follow from an event of the shop. */
  void follow(Event.Draft event) {
    if (dice.chance(detailed ? CALLS : CALLS_BEFORE)) {
      write(call(Endpoint.of(event)));
    }
    if (dice.chance(detailed ? ACTS : ACTS_BEFORE)) {
      write(act(event));
    }
  }

  private Event.Draft call(Endpoint endpoint) {
    boolean hit = endpoint.hit(dice);
    double time = endpoint.time(dice, hit) * slowness(endpoint);
    long status = dice.chance(0.004) ? 500 : dice.chance(0.01) ? 404 : 200;
    return call(endpoint, hit, time, status);
  }

  private Event.Draft call(Endpoint endpoint, boolean hit, double time, long status) {
    String level = status >= 500 ? "ERROR" : time > 1_000 ? "WARN" : "INFO";
    return line(EventType.PERFORMANCE, level, endpoint.service())
        .set(Field.ENDPOINT, endpoint.path())
        .set(Field.METHOD, endpoint.method())
        .set(Field.STATUS_CODE, status)
        .set(Field.RESPONSE_TIME, time)
        .set(Field.DB_QUERY_TIME, endpoint.databaseTime(dice, hit, time))
        .set(Field.CACHE_HIT, hit)
        .set(Field.MESSAGE, message(endpoint, status, time));
  }

  private static String message(Endpoint endpoint, long status, double time) {
    return endpoint.method() + " " + endpoint.path() + " " + status + " in " + (long) time + " ms";
  }

  private double slowness(Endpoint endpoint) {
    boolean slow = endpoint == Endpoint.SEARCH && visit.world.incidents().searchSlow(visit.now());
    return slow ? 9 : 1;
  }

  private Event.Draft act(Event.Draft event) {
    String action = String.valueOf(event.text(Field.TYPE));
    return line(EventType.USER_BEHAVIOR, "INFO", "storefront")
        .set(Field.ACTION, action)
        .set(Field.PAGE, event.text(Field.PAGE))
        .set(Field.SESSION_ID, visit.session())
        .set(Field.DURATION_MS, (double) Math.round(dice.logNormal(14_000, 0.9)))
        .set(Field.USER_AGENT, visit.visitor.agent().header())
        .set(Field.PRODUCT_ID, event.text(Field.PRODUCT_ID))
        .set(Field.MESSAGE, action + " on " + event.text(Field.PAGE));
  }

  /** A payment and what the fraud check thought of it. */
  void payment(Order order, String status) {
    boolean approved = status.equals("approved");
    Event.Draft log =
        transaction(order, visit.now(), "purchase", status, approved ? "INFO" : "WARN");
    write(Wallet.of(visit.visitor, order).write(log));
    if (!approved) {
      write(fault(Fault.CARD_DECLINED, order));
    }
    Suspicion suspicion = Suspicion.about(order, dice);
    if (suspicion.score() >= 25 || dice.chance(0.2)) {
      write(suspicion.log(line(EventType.FRAUD, suspicion.level(), "payments"), order));
    }
  }

  private Event.Draft fault(Fault fault, Order order) {
    return fault
        .log(nextId(), visit.now(), dice)
        .set(Field.IP, visit.visitor.address())
        .set(Field.USER_ID, order.accountOrGuest())
        .set(Field.ORDER_ID, order.id());
  }

  /** The transaction of a refund, at its time. */
  void refunded(Order order, Instant when) {
    write(transaction(order, when, "refund", "refunded", "INFO"));
  }

  private Event.Draft transaction(
      Order order, Instant at, String kind, String status, String level) {
    return LogLine.of(EventType.TRANSACTION, nextId(), at, level, "payments")
        .set(Field.IP, visit.visitor.address())
        .set(Field.TRANSACTION_ID, order.transaction())
        .set(Field.ORDER_ID, order.id())
        .set(Field.USER_ID, order.accountOrGuest())
        .set(Field.AMOUNT, order.amount())
        .set(Field.CURRENCY, order.market().currency())
        .set(Field.RATE, order.market().rate())
        .set(Field.COUNTRY, order.market().name())
        .set(Field.PAYMENT_METHOD, order.payment())
        .set(Field.STATUS, status)
        .set(Field.TRANSACTION_TYPE, kind)
        .set(Field.MERCHANT_ID, "maison-lumen")
        .set(Field.MESSAGE, kind + " " + order.id() + " " + status + ": " + order.amount());
  }

  /** An order that was lost because the checkout was down. */
  void checkoutFailed(Order order) {
    write(call(Endpoint.ORDER, false, 5_000 + dice.below(400), 503));
    write(fault(Fault.CHECKOUT_DOWN, order));
    write(transaction(order, visit.now(), "purchase", "failed", "ERROR"));
  }
}
