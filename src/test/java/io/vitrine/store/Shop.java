package io.vitrine.store;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Short words for the events of a test. Times are read on the shop's wall clock. */
public final class Shop {

  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static final AtomicLong COUNT = new AtomicLong();

  private Shop() {}

  public static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(PARIS).toInstant();
  }

  /** A draft with an id of its own. */
  public static Event.Draft event(EventType type, String local) {
    return Event.draft()
        .set(Field.ID, "event-" + COUNT.incrementAndGet())
        .set(Field.TYPE, type.name())
        .set(Field.TIMESTAMP, at(local));
  }

  public static Event.Draft did(String visitor, EventType type, String local) {
    return event(type, local).set(Field.VISITOR_ID, visitor);
  }

  public static Event.Draft view(String visitor, String product, String local) {
    return did(visitor, EventType.PRODUCT_VIEW, local).set(Field.PRODUCT_ID, product);
  }

  public static Event.Draft order(String order, EventType type, String local) {
    return event(type, local).set(Field.ORDER_ID, order);
  }

  public static OrderLine line(String product, long quantity, @Nullable String price) {
    return new OrderLine(product, null, null, quantity, price == null ? null : money(price));
  }

  public static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }
}
