package io.vitrine.experiments;

import io.vitrine.model.Metric;

/** The part of the way to a purchase that a scenario improves. */
enum Step {
  VIEW_TO_CART(Metric.VIEW_TO_CART, true, false),
  CART_TO_PURCHASE(Metric.CART_TO_PURCHASE, false, true),
  VIEW_TO_PURCHASE(Metric.VIEW_TO_PURCHASE, true, true);

  private final Metric metric;
  private final boolean first;
  private final boolean second;

  Step(Metric metric, boolean first, boolean second) {
    this.metric = metric;
    this.first = first;
    this.second = second;
  }

  Metric metric() {
    return metric;
  }

  /** Whether two scenarios work on the same visitors' doubts. */
  boolean overlaps(Step other) {
    return (first && other.first) || (second && other.second);
  }
}
