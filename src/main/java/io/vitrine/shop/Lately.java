package io.vitrine.shop;

import io.vitrine.shop.forecast.BuyerGroup;

/** Buyers by the days since they last ordered. */
enum Lately {
  MONTH("0-30", 0, 30),
  QUARTER("31-90", 31, 90),
  HALF_YEAR("91-180", 91, 180),
  LONGER("181+", 181, Integer.MAX_VALUE);

  private final String label;
  private final int least;
  private final int most;

  Lately(String label, int least, int most) {
    this.label = label;
    this.least = least;
    this.most = most;
  }

  String label() {
    return label;
  }

  boolean holds(BuyerGroup group) {
    double silent = group.age() - group.recency();
    return silent >= least && silent <= most;
  }
}
