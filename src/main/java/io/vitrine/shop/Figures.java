package io.vitrine.shop;

import io.vitrine.model.Answer;
import io.vitrine.model.Metric;

/** One row of an answer with a comparison, read as numbers; what is absent is 0. */
record Figures(Answer answer, int row) {

  double now(Metric metric) {
    return number(metric.wireName());
  }

  double before(Metric metric) {
    return number(metric.wireName() + "_previous");
  }

  long countNow(Metric metric) {
    return Math.round(now(metric));
  }

  long countBefore(Metric metric) {
    return Math.round(before(metric));
  }

  /** Relative change, such as 0.2 for a fifth more; 0 when there was nothing before. */
  double change(Metric metric) {
    return before(metric) == 0 ? 0 : now(metric) / before(metric) - 1;
  }

  private double number(String column) {
    return answer.value(row, column) instanceof Number value ? value.doubleValue() : 0;
  }
}
