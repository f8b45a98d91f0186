package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** One session of a visitor as it goes on: the time in it and the events that it leaves. */
final class Visit {

  private static final double LONGEST_PAUSE = 1_200;

  final World world;
  final Visitor visitor;
  final Dice dice;
  final LocalDate day;
  final Channel channel;

  private final String id;
  private final String visitorId;
  private final ServiceLogs logs;
  private Instant now;
  private int events;

  Visit(World world, Visitor visitor, Instant start) {
    this.world = world;
    this.visitor = visitor;
    this.dice = Dice.of(world.seed(), 41, visitor.number(), visitor.visits);
    this.day = Season.day(start);
    this.channel = Channel.draw(dice, visitor.visits > 0);
    this.id = Long.toString(visitor.number(), 36) + "-" + visitor.visits;
    this.visitorId = visitor.id();
    this.now = start;
    this.logs = new ServiceLogs(this);
  }

  String session() {
    return "s-" + id;
  }

  Instant now() {
    return now;
  }

  boolean isFirstEvent() {
    return events == 0;
  }

  /** An id that no other event has. */
  String nextId() {
    return id + "-" + events++;
  }

  /** Lets time pass, about so many seconds. */
  void pause(double seconds) {
    double passed = Math.clamp(dice.logNormal(seconds, 0.8), 1, LONGEST_PAUSE);
    now = now.plusMillis((long) (passed * 1000));
  }

  Event.Draft event(EventType type, String page) {
    return Event.draft()
        .set(Field.ID, nextId())
        .set(Field.TYPE, type.name())
        .set(Field.TIMESTAMP, now)
        .set(Field.SOURCE, "browser")
        .set(Field.VISITOR_ID, visitorId)
        .set(Field.USER_ID, visitor.account())
        .set(Field.SESSION_ID, session())
        .set(Field.IP, visitor.address())
        .set(Field.COUNTRY, visitor.market().name())
        .set(Field.USER_AGENT, visitor.agent().header())
        .set(Field.PAGE, "/" + visitor.market().language() + page);
  }

  Event.Draft about(EventType type, Product product) {
    return event(type, product.page())
        .set(Field.PRODUCT_ID, product.id())
        .set(Field.PRODUCT_NAME, product.name())
        .set(Field.CATEGORY_ID, product.category())
        .set(Field.PRICE, price(product))
        .set(Field.CURRENCY, visitor.market().currency());
  }

  BigDecimal price(Product product) {
    return product.price(day, visitor.market());
  }

  /** Sends an event; what the services log about it follows. */
  void send(Event.Draft draft) {
    world.outbox().add(draft);
    logs.follow(draft);
  }

  ServiceLogs logs() {
    return logs;
  }
}
