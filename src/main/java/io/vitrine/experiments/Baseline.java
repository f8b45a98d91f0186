package io.vitrine.experiments;

import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.DataDays;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Question;
import io.vitrine.store.Answers;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What the shop does now, from its own events.
 *
 * @param from first day counted
 * @param to last day counted
 * @param days in between, both counted
 * @param views product views
 * @param carts adds to cart
 * @param purchases order lines
 * @param revenue of them in the shop's currency
 */
record Baseline(
    LocalDate from,
    LocalDate to,
    long days,
    long views,
    long carts,
    long purchases,
    double revenue) {

  private static final int DAYS = 90;
  private static final double YEAR = 365;

  /** The last 90 whole days that have events. */
  static Baseline of(Answers answers, DataDays data, LocalDate today) {
    Period all =
        data.days().orElseThrow(() -> none("the shop has no events yet, so there is no baseline"));
    LocalDate end = all.to().isBefore(today) ? all.to() : today.minusDays(1);
    LocalDate start = end.minusDays(DAYS - 1L);
    LocalDate first = start.isBefore(all.from()) ? all.from() : start;
    if (first.isAfter(end)) {
      throw none("the shop has no whole day of events yet, so there is no baseline");
    }
    return read(answers, new Period(first, end));
  }

  private static Baseline read(Answers answers, Period period) {
    Answer answer =
        answers.ask(
            new Question.Totals(
                List.of(Metric.VIEWS, Metric.ADD_TO_CARTS, Metric.ORDER_LINES, Metric.REVENUE),
                period,
                List.of(),
                Comparison.NONE));
    Baseline read =
        new Baseline(
            period.from(),
            period.to(),
            ChronoUnit.DAYS.between(period.from(), period.to()) + 1,
            (long) number(answer, Metric.VIEWS),
            (long) number(answer, Metric.ADD_TO_CARTS),
            (long) number(answer, Metric.ORDER_LINES),
            number(answer, Metric.REVENUE));
    if (read.views == 0 || read.carts == 0 || read.purchases == 0) {
      throw none(
          "a baseline needs views, adds to cart and purchases; there are "
              + read.views
              + ", "
              + read.carts
              + " and "
              + read.purchases);
    }
    return read;
  }

  private static double number(Answer answer, Metric metric) {
    return answer.value(0, metric.wireName()) instanceof Number value ? value.doubleValue() : 0;
  }

  private static Problem none(String message) {
    return new Problem("no_baseline", Problem.Category.CONFLICT, message);
  }

  /** Rate of a step, at most all. */
  double rate(Step step) {
    return switch (step) {
      case VIEW_TO_CART -> share(carts, views);
      case CART_TO_PURCHASE -> share(purchases, carts);
      case VIEW_TO_PURCHASE -> share(purchases, views);
    };
  }

  private static double share(long part, long all) {
    return Math.min(0.999, (double) part / all);
  }

  /** What enters the step in a day. */
  double dailyUnits(Step step) {
    return (double) (step == Step.CART_TO_PURCHASE ? carts : views) / days;
  }

  double yearlyRevenue() {
    return revenue / days * YEAR;
  }
}
