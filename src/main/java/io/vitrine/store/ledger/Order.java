package io.vitrine.store.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its entries make it. Amounts are in the reporting currency.
 *
 * @param orderId the order
 * @param eventId the purchase event whose lines count; null until one arrives
 * @param placedAt time of its earliest purchase event; null until one arrives, and then it is not
 *     counted
 * @param visitorKey who placed it, if known
 * @param bot whether a robot placed it
 * @param places values of {@link OrderEntry#PLACES}
 * @param currency it was paid in; null for the reporting currency
 * @param rate reporting currency per unit at its time; null when unknown, and then it is counted
 *     but not summed
 * @param cancelledAt when it was cancelled, if it was
 * @param refundedAt latest refund, if any
 * @param refundExcess refunds beyond its gross amount, which are not counted
 * @param lines what was bought
 */
public record Order(
    String orderId,
    @Nullable String eventId,
    @Nullable Instant placedAt,
    @Nullable Long visitorKey,
    boolean bot,
    List<@Nullable String> places,
    @Nullable String currency,
    @Nullable BigDecimal rate,
    @Nullable Instant cancelledAt,
    @Nullable Instant refundedAt,
    BigDecimal refundExcess,
    List<Line> lines) {

  /**
   * One product in the order.
   *
   * @param productId null when the purchase named no product
   * @param productName its name, if known
   * @param categoryId its category, if known
   * @param quantity pieces
   * @param gross what it cost; null when unknown
   * @param refunded what was given back for it
   */
  public record Line(
      @Nullable String productId,
      @Nullable String productName,
      @Nullable String categoryId,
      long quantity,
      @Nullable BigDecimal gross,
      BigDecimal refunded) {

    BigDecimal rest() {
      return gross == null ? BigDecimal.ZERO : gross.subtract(refunded);
    }

    Line refund(BigDecimal amount) {
      return new Line(productId, productName, categoryId, quantity, gross, refunded.add(amount));
    }
  }

  public Order {
    places = Collections.unmodifiableList(new ArrayList<>(places));
    lines = List.copyOf(lines);
  }

  /** Sum of the lines that have an amount; null when none has. */
  public @Nullable BigDecimal gross() {
    return lines.stream()
        .map(Line::gross)
        .filter(java.util.Objects::nonNull)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  /** Sum of what was given back. */
  public BigDecimal refunded() {
    return lines.stream().map(Line::refunded).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
