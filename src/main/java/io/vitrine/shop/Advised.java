package io.vitrine.shop;

import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Filter;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.model.Sort;
import io.vitrine.store.Answers;
import java.util.ArrayList;
import java.util.List;

/**
 * What advice is about: whole days, and what they are restricted to.
 *
 * @param answers the one door
 * @param period whole days
 * @param filters all hold
 */
record Advised(Answers answers, Period period, List<Filter> filters) {

  /** Effects are told for four weeks. */
  private static final double DAYS_OF_EFFECT = 28;

  private static final int MOST_PARTS = 1_000;

  double toFourWeeks() {
    return DAYS_OF_EFFECT / period.days();
  }

  Question.Totals totals(Comparison comparison, Metric... metrics) {
    return new Question.Totals(List.of(metrics), period, filters, comparison);
  }

  Question.Breakdown parts(List<Dimension> by, Comparison comparison, Metric... metrics) {
    Sort sort = new Sort(metrics[0].wireName(), true);
    return new Question.Breakdown(
        List.of(metrics), by, period, filters, comparison, sort, MOST_PARTS);
  }

  Question.Trend trend(Grain grain, List<Filter> more, Metric... metrics) {
    List<Filter> all = new ArrayList<>(filters);
    all.addAll(more);
    return new Question.Trend(List.of(metrics), period, grain, all, Comparison.NONE);
  }

  /** Mean value of an order of the period; 0 without orders. */
  double orderValue() {
    return new Figures(ask(totals(Comparison.NONE, Metric.AOV)), 0).now(Metric.AOV);
  }

  Answer ask(Question question) {
    return answers.ask(question);
  }
}
