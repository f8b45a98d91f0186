package io.vitrine.model;

import java.util.List;

/**
 * One row per kind of buyer, nobody named: repeats (days with an order after the first such day),
 * recency (days from the first to the last of them), age (days from the first to the end of the
 * period), mean_value (mean amount of a day with an order, after refunds; absent where no amount is
 * known) and buyers. Orders without a visitor are left out. Of more than {@link #MOST_BUYERS}
 * buyers every second, third and so on is asked, chosen by the hash of the visitor; buyers is then
 * the estimate for all.
 *
 * @param period whose orders count; buyers begin with their first order in it
 * @param filters which orders count
 */
public record BuyerHistories(Period period, List<Filter> filters) implements Question {

  /** Buyers that are asked one by one. */
  public static final int MOST_BUYERS = 50_000;

  public BuyerHistories {
    filters = List.copyOf(filters);
  }

  @Override
  public Comparison comparison() {
    return Comparison.NONE;
  }
}
