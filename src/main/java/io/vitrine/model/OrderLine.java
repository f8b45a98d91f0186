package io.vitrine.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One product in an order, cart or refund.
 *
 * @param productId the product
 * @param productName its name at that time, when known
 * @param categoryId id or path of its category, when known
 * @param quantity pieces, at least 1
 * @param price price of one piece in the order's currency, when known
 */
public record OrderLine(
    String productId,
    @Nullable String productName,
    @Nullable String categoryId,
    long quantity,
    @Nullable BigDecimal price) {

  /** Price times quantity, or null when there is no price. */
  public @Nullable BigDecimal amount() {
    return price == null ? null : price.multiply(BigDecimal.valueOf(quantity));
  }
}
