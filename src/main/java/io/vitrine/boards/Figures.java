package io.vitrine.boards;

import io.vitrine.model.Answer;
import io.vitrine.model.Metric;

/** Reads the one row of totals. */
record Figures(Answer answer) {

  /** A figure; 0 when it is absent. */
  double of(Metric metric) {
    boolean empty = answer.rows().isEmpty();
    return !empty && answer.value(0, metric.wireName()) instanceof Number number
        ? number.doubleValue()
        : 0;
  }
}
