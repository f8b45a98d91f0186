package io.vitrine.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bounds of what one event may be worth, so that the ledger's amounts hold it. */
public final class Worth {

  /** Amounts stay below this, in the event's currency and in the shop's. */
  public static final BigDecimal LIMIT = BigDecimal.TEN.pow(14);

  /** Most pieces of a line. */
  public static final long MOST_PIECES = 1_000_000_000;

  private Worth() {}

  /**
   * The largest of what an event says of its worth, in its own currency.
   *
   * @param amount of the whole event, if it says one
   * @param price of one piece, if it says one
   * @param quantity pieces at that price; null for one
   * @param items its lines, of which those without a price count nothing
   */
  public static BigDecimal of(
      @Nullable BigDecimal amount,
      @Nullable BigDecimal price,
      @Nullable Long quantity,
      List<OrderLine> items) {
    BigDecimal whole = amount == null ? BigDecimal.ZERO : amount.abs();
    BigDecimal pieces =
        price == null
            ? BigDecimal.ZERO
            : price.abs().multiply(BigDecimal.valueOf(quantity == null ? 1 : quantity));
    BigDecimal lines = BigDecimal.ZERO;
    for (OrderLine item : items) {
      BigDecimal line = item.amount();
      lines = line == null ? lines : lines.add(line.abs());
    }
    return whole.max(pieces).max(lines);
  }

  /**
   * Whether the ledger holds it.
   *
   * @param worth in a currency
   * @param rate the shop's currency per unit of that one; null when unknown
   */
  public static boolean fits(BigDecimal worth, @Nullable Double rate) {
    BigDecimal converted = rate == null ? worth : worth.multiply(BigDecimal.valueOf(rate));
    return worth.max(converted).add(BigDecimal.ONE).compareTo(LIMIT) < 0;
  }
}
