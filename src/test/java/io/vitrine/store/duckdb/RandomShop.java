package io.vitrine.store.duckdb;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import io.vitrine.store.Shop;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Events of a few restless visitors around midnights and a clock change, by seed. */
final class RandomShop {

  static final Instant START = Shop.at("2026-03-27T20:00:00");
  private static final long HOURS = 84;
  private static final List<EventType> TYPES =
      List.of(
          EventType.PAGE_VIEW,
          EventType.PRODUCT_VIEW,
          EventType.PRODUCT_VIEW,
          EventType.PRODUCT_VIEW,
          EventType.ADD_TO_CART,
          EventType.CHECKOUT,
          EventType.SEARCH,
          EventType.EXPOSURE,
          EventType.PURCHASE,
          EventType.REFUND,
          EventType.CANCELLATION,
          EventType.LOG,
          EventType.ERROR);

  private final Random random;

  RandomShop(long seed) {
    this.random = new Random(seed);
  }

  List<Event> events(int count) {
    List<Event> events = new ArrayList<>();
    List<Long> minutes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      minutes.add(Math.min(minute(minutes), HOURS * 60));
      events.add(event(i, minutes.getLast()));
    }
    return events;
  }

  /** Anywhere, at an instant of an earlier event, or about a session's gap after one. */
  private long minute(List<Long> earlier) {
    if (earlier.isEmpty() || random.nextInt(4) == 0) {
      return random.nextLong(HOURS * 60);
    }
    long one = earlier.get(random.nextInt(earlier.size()));
    return random.nextInt(3) == 0 ? one : one + 29 + random.nextInt(3);
  }

  private Event event(int number, long minute) {
    EventType type = one(TYPES);
    Event.Draft draft =
        Event.draft()
            .set(Field.ID, "e" + number)
            .set(Field.TYPE, type.name())
            .set(Field.TIMESTAMP, START.plusSeconds(minute * 60))
            .set(Field.CHANNEL, channel())
            .set(Field.UTM_SOURCE, random.nextInt(4) == 0 ? "source" + random.nextInt(3) : null)
            .set(Field.COUNTRY, random.nextInt(3) == 0 ? one(List.of("FR", "DE")) : null)
            .set(Field.PAGE, random.nextInt(3) == 0 ? "/" + random.nextInt(3) : null)
            .set(Field.BOT, random.nextInt(12) == 0 ? Boolean.TRUE : null);
    if (random.nextInt(12) > 0) {
      draft.set(Field.VISITOR_ID, "v" + random.nextInt(6));
    }
    if (random.nextInt(4) == 0) {
      draft.set(Field.SESSION_ID, "s" + random.nextInt(3));
    }
    if (type.isOrder()) {
      order(draft);
    }
    if (!type.isOrder() && random.nextBoolean()) {
      product(draft);
    }
    if (type.isLog()) {
      draft.set(Field.LEVEL, random.nextBoolean() ? "ERROR" : "INFO");
    }
    return draft.finish();
  }

  private void product(Event.Draft draft) {
    draft
        .set(Field.PRODUCT_ID, "p" + random.nextInt(4))
        .set(Field.PRODUCT_NAME, random.nextBoolean() ? "name" + random.nextInt(5) : null)
        .set(Field.CATEGORY_ID, random.nextBoolean() ? "c" + random.nextInt(2) : null);
  }

  private void order(Event.Draft draft) {
    draft.set(Field.ORDER_ID, "o" + random.nextInt(8));
    int shape = random.nextInt(4);
    if (shape == 0) {
      draft.items(List.of(item(), item()));
    }
    if (shape == 1) {
      draft.set(Field.PRODUCT_ID, "p" + random.nextInt(4)).set(Field.PRICE, amount());
    }
    if (random.nextBoolean()) {
      draft.set(Field.AMOUNT, amount());
    }
    if (random.nextInt(4) == 0) {
      draft.set(Field.CURRENCY, "USD").set(Field.RATE, random.nextBoolean() ? 0.91 : null);
    }
  }

  private OrderLine item() {
    return new OrderLine(
        "p" + random.nextInt(4),
        null,
        null,
        1 + random.nextInt(3),
        random.nextInt(4) == 0 ? null : amount());
  }

  private @Nullable String channel() {
    return switch (random.nextInt(4)) {
      case 0 -> "email";
      case 1 -> "search";
      default -> null;
    };
  }

  private BigDecimal amount() {
    return BigDecimal.valueOf(random.nextInt(10_000), 2);
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
