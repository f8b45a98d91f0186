package io.vitrine.shop;

import io.vitrine.experiments.stats.Proportion;
import io.vitrine.experiments.stats.RateChange;
import io.vitrine.model.Comparison;
import io.vitrine.model.Finding;
import io.vitrine.model.Finding.Severity;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.store.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Changes of the shop as a whole. A rate has changed when the pooled two-proportion test gives p
 * below 0.01; revenue when it moved by 10 % or more on at least 30 orders.
 */
record TotalChanges(Answers answers) {

  private static final double SMALLEST_CHANGE = 0.10;
  private static final long FEWEST_ORDERS = 30;
  private static final double CHANCE = 0.01;

  private static final List<Metric> ASKED =
      List.of(
          Metric.REVENUE,
          Metric.GROSS_REVENUE,
          Metric.REFUNDS,
          Metric.ORDERS,
          Metric.SESSIONS,
          Metric.PURCHASE_SESSIONS,
          Metric.CONVERSION_PER_SESSION,
          Metric.CART_SESSIONS,
          Metric.CART_ABANDONMENT,
          Metric.LOGS,
          Metric.ERRORS);

  List<Finding> in(Period period, Comparison beside) {
    Question question = new Question.Totals(ASKED, period, List.of(), beside);
    Figures figures = new Figures(answers.ask(question), 0);
    List<Finding> found = new ArrayList<>();
    revenue(figures, question, found);
    conversion(figures, question, found);
    abandonment(figures, question, found);
    errors(figures, question, found);
    refunds(figures, question, found);
    return found;
  }

  private static void revenue(Figures figures, Question question, List<Finding> found) {
    double change = figures.change(Metric.REVENUE);
    boolean enough =
        Math.min(figures.countNow(Metric.ORDERS), figures.countBefore(Metric.ORDERS))
            >= FEWEST_ORDERS;
    if (enough && Math.abs(change) >= SMALLEST_CHANGE) {
      found.add(
          finding(
              "revenue_change",
              change > 0 ? Severity.GOOD : Severity.BAD,
              figures.now(Metric.REVENUE),
              figures.before(Metric.REVENUE),
              question));
    }
  }

  private static void conversion(Figures figures, Question question, List<Finding> found) {
    rate(
        "conversion_change",
        new Proportion(
            figures.countNow(Metric.PURCHASE_SESSIONS), figures.countNow(Metric.SESSIONS)),
        new Proportion(
            figures.countBefore(Metric.PURCHASE_SESSIONS), figures.countBefore(Metric.SESSIONS)),
        Severity.GOOD,
        Severity.BAD,
        question,
        found);
  }

  private static void abandonment(Figures figures, Question question, List<Finding> found) {
    long now = figures.countNow(Metric.CART_SESSIONS);
    long before = figures.countBefore(Metric.CART_SESSIONS);
    rate(
        "abandonment_change",
        new Proportion(Math.round(now * figures.now(Metric.CART_ABANDONMENT)), now),
        new Proportion(Math.round(before * figures.before(Metric.CART_ABANDONMENT)), before),
        Severity.WARN,
        Severity.GOOD,
        question,
        found);
  }

  private static void errors(Figures figures, Question question, List<Finding> found) {
    rate(
        "error_rate",
        new Proportion(figures.countNow(Metric.ERRORS), figures.countNow(Metric.LOGS)),
        new Proportion(figures.countBefore(Metric.ERRORS), figures.countBefore(Metric.LOGS)),
        Severity.BAD,
        Severity.GOOD,
        question,
        found);
  }

  private static void refunds(Figures figures, Question question, List<Finding> found) {
    double now = share(figures.now(Metric.REFUNDS), figures.now(Metric.GROSS_REVENUE));
    double before = share(figures.before(Metric.REFUNDS), figures.before(Metric.GROSS_REVENUE));
    boolean enough = figures.countBefore(Metric.ORDERS) >= FEWEST_ORDERS;
    if (enough && now - before >= 0.02) {
      found.add(finding("refund_rate", Severity.WARN, now, before, question));
    }
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static void rate(
      String code,
      Proportion now,
      Proportion before,
      Severity more,
      Severity less,
      Question question,
      List<Finding> found) {
    if (RateChange.pValue(now, before) < CHANCE) {
      Severity severity = now.rate() > before.rate() ? more : less;
      found.add(finding(code, severity, now.rate(), before.rate(), question));
    }
  }

  private static Finding finding(
      String code, Severity severity, double now, double before, Question question) {
    double change = before == 0 ? 0 : now / before - 1;
    return new Finding(
        code, severity, Map.of("now", now, "before", before, "change", change), question, "/");
  }
}
