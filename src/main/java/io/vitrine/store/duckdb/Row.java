package io.vitrine.store.duckdb;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.FieldType;
import io.vitrine.model.Problem;
import io.vitrine.model.Worth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event made ready for its commit by the thread that brought it, so that the one writer has
 * little left to do.
 *
 * @param event the event
 * @param idHash hash of its id
 * @param visitorKey hash of its visitor; null where it is no visitor's
 * @param millis its time, milliseconds since 1970
 * @param localSeconds seconds that the shop's clock is ahead of UTC at that time
 * @param items its items as JSON, if any
 * @param others its unknown fields as JSON, if any
 * @param bytes about what it takes in memory
 */
record Row(
    Event event,
    long idHash,
    @Nullable Long visitorKey,
    long millis,
    int localSeconds,
    @Nullable String items,
    @Nullable String others,
    long bytes) {

  private static final Field[] FIELDS = Field.values();
  private static final long BASE_BYTES = 600;

  static Row of(Event event, ZoneId zone) {
    Instant at = event.timestamp();
    String items = event.items().isEmpty() ? null : Json.items(event.items());
    String others = event.others().isEmpty() ? null : Json.text(event.others());
    return new Row(
        event,
        Hash.of(event.id()),
        visitorKey(event),
        at.toEpochMilli(),
        zone.getRules().getOffset(at).getTotalSeconds(),
        items,
        others,
        BASE_BYTES + length(items) + length(others) + checked(event));
  }

  private static @Nullable Long visitorKey(Event event) {
    String visitor = event.text(Field.VISITOR_ID);
    return visitor == null || event.type().isLog() ? null : Hash.of(visitor);
  }

  private static long length(@Nullable String text) {
    return text == null ? 0 : 2L * text.length();
  }

  private static long checked(Event event) {
    long bytes = 0;
    for (Field field : FIELDS) {
      Object value = event.value(field);
      if (value instanceof String text) {
        bytes += length(text);
      }
      if (field.type() == FieldType.DECIMAL && value != null) {
        fits(field, (BigDecimal) value);
      }
    }
    if (event.type().isOrder()) {
      fits(event);
    }
    return bytes;
  }

  private static void fits(Event event) {
    BigDecimal worth =
        Worth.of(
            event.decimal(Field.AMOUNT),
            event.decimal(Field.PRICE),
            event.integer(Field.QUANTITY),
            event.items());
    if (!Worth.fits(worth, event.number(Field.RATE))) {
      throw Problem.caller(
          "amount_too_large",
          "order "
              + event.text(Field.ORDER_ID)
              + " is worth "
              + worth
              + "; 14 digits before the point are the limit, in its currency and in the shop's");
    }
  }

  private static void fits(Field field, BigDecimal value) {
    if (value.setScale(4, RoundingMode.HALF_UP).abs().compareTo(Worth.LIMIT) >= 0) {
      throw Problem.caller(
          "amount_too_large",
          field.wireName() + " is " + value + "; 14 digits before the point are the limit");
    }
  }

  LocalDate day() {
    return LocalDate.ofEpochDay(epochDay());
  }

  int epochDay() {
    return Math.toIntExact(Math.floorDiv(localMillis(), 86_400_000L));
  }

  long localMillis() {
    return millis + localSeconds * 1000L;
  }

  /** The instant at which the local hour of this event began. */
  long hourMillis() {
    return millis - Math.floorMod(localMillis(), 3_600_000L);
  }

  int hourOfDay() {
    return (int) (Math.floorMod(localMillis(), 86_400_000L) / 3_600_000L);
  }

  boolean isOrder() {
    return event.type().isOrder() && event.has(Field.ORDER_ID);
  }

  boolean isError() {
    String level = event.text(Field.LEVEL);
    return event.type().isLog()
        && (Objects.equals(event.type().name(), "error")
            || Objects.equals(level, "ERROR")
            || Objects.equals(level, "FATAL"));
  }
}
