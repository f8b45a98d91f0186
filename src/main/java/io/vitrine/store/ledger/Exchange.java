package io.vitrine.store.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Amounts into the reporting currency, rounded half up to its smallest unit. */
record Exchange(Currency reporting) {

  /** The rate of an entry; an entry in the reporting currency needs none. */
  @Nullable BigDecimal rate(OrderEntry entry) {
    if (entry.rate() != null) {
      return entry.rate();
    }
    return isReporting(entry.currency()) ? BigDecimal.ONE : null;
  }

  private boolean isReporting(@Nullable String currency) {
    return currency == null || Objects.equals(currency, reporting.getCurrencyCode());
  }

  @Nullable BigDecimal convert(@Nullable BigDecimal amount, @Nullable BigDecimal rate) {
    return amount == null || rate == null ? null : rounded(amount.multiply(rate));
  }

  BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(Math.max(0, reporting.getDefaultFractionDigits()), RoundingMode.HALF_UP);
  }

  /**
   * Parts of a total in proportion to weights, each rounded down; the last part with a weight takes
   * the rest, so that the parts sum up to the total.
   */
  List<BigDecimal> spread(BigDecimal total, List<BigDecimal> weights) {
    BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<BigDecimal> parts = new ArrayList<>();
    for (BigDecimal weight : weights) {
      parts.add(part(total, weight, sum));
    }
    BigDecimal rest = parts.stream().reduce(total, BigDecimal::subtract);
    int last = lastWeighted(weights);
    if (last >= 0) {
      parts.set(last, parts.get(last).add(rest));
    }
    return parts;
  }

  private static BigDecimal part(BigDecimal total, BigDecimal weight, BigDecimal sum) {
    return sum.signum() == 0
        ? BigDecimal.ZERO
        : total.multiply(weight).divide(sum, total.scale(), RoundingMode.DOWN);
  }

  private static int lastWeighted(List<BigDecimal> weights) {
    for (int i = weights.size() - 1; i >= 0; i--) {
      if (weights.get(i).signum() != 0) {
        return i;
      }
    }
    return weights.size() - 1;
  }
}
