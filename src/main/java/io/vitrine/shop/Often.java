package io.vitrine.shop;

import io.vitrine.shop.forecast.BuyerGroup;

/** Buyers by the number of days on which they ordered. */
enum Often {
  ONCE("1", 1, 1),
  TWICE("2", 2, 2),
  SOME("3-4", 3, 4),
  MANY("5+", 5, Integer.MAX_VALUE);

  private final String label;
  private final int least;
  private final int most;

  Often(String label, int least, int most) {
    this.label = label;
    this.least = least;
    this.most = most;
  }

  String label() {
    return label;
  }

  boolean holds(BuyerGroup group) {
    int days = group.repeats() + 1;
    return days >= least && days <= most;
  }
}
