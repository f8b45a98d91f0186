package io.vitrine.store.ledger;

import io.vitrine.model.EventType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of one purchase, refund or cancellation, as it arrived.
 *
 * @param sequence of its event
 * @param orderId the order
 * @param eventId its event; entries with the same id are lines of one event
 * @param kind purchase, refund or cancellation
 * @param line 0 for the event itself when it names no items, else the item's place from 1
 * @param at when the event happened
 * @param productId product of the line, if any
 * @param productName its name, if known
 * @param categoryId its category, if known
 * @param quantity pieces
 * @param price of one piece in the event's currency
 * @param amount of the whole event in its currency
 * @param currency null for the reporting currency
 * @param rate reporting currency per unit of currency; null when unknown
 * @param visitorKey who, if known
 * @param bot whether a robot did it
 * @param places values of {@link #PLACES}, in their order
 */
public record OrderEntry(
    long sequence,
    String orderId,
    String eventId,
    EventType kind,
    int line,
    Instant at,
    @Nullable String productId,
    @Nullable String productName,
    @Nullable String categoryId,
    long quantity,
    @Nullable BigDecimal price,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable BigDecimal rate,
    @Nullable Long visitorKey,
    boolean bot,
    List<@Nullable String> places) {

  /** Columns that say where an order comes from. */
  public static final List<String> PLACES =
      List.of(
          "channel",
          "source",
          "medium",
          "campaign",
          "referrer_host",
          "country",
          "device",
          "browser",
          "system");

  public OrderEntry {
    places = Collections.unmodifiableList(new ArrayList<>(places));
  }

  /** Price times quantity, or null without a price. */
  @Nullable BigDecimal priced() {
    return price == null ? null : price.multiply(BigDecimal.valueOf(quantity));
  }
}
