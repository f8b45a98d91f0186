package io.vitrine.shop;

import io.vitrine.experiments.stats.Proportion;
import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Metric;
import io.vitrine.model.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the shop did better itself in the period before: steps on the way to a purchase, channels,
 * orders that stay. The effect is of being as good again.
 */
final class RatesThatFell implements Advisor {

  private static final List<Metric> STEPS =
      List.of(
          Metric.VIEW_SESSIONS,
          Metric.CART_SESSIONS,
          Metric.CHECKOUT_SESSIONS,
          Metric.PURCHASE_SESSIONS);

  @Override
  public List<Recommendation> advise(Advised about) {
    List<Recommendation> found = new ArrayList<>(steps(about));
    found.addAll(channels(about));
    found.addAll(cancellations(about));
    return found;
  }

  /** A step that was lost is worth as many purchases as those who take it make. */
  private static List<Recommendation> steps(Advised about) {
    Question question =
        about.totals(
            Comparison.PREVIOUS_PERIOD,
            Metric.VIEW_SESSIONS,
            Metric.CART_SESSIONS,
            Metric.CHECKOUT_SESSIONS,
            Metric.PURCHASE_SESSIONS,
            Metric.AOV);
    Figures figures = new Figures(about.ask(question), 0);
    List<Gap> gaps = new ArrayList<>();
    for (int step = 1; step < STEPS.size(); step++) {
      gaps.add(gap(figures, step, STEPS.get(step), STEPS.get(step - 1)));
    }
    return Gap.lower(gaps).stream().map(gap -> step(about, question, figures, gap)).toList();
  }

  private static Gap gap(Figures figures, int row, Metric above, Metric below) {
    return new Gap(
        row,
        within(figures.countNow(above), figures.countNow(below)),
        within(figures.countBefore(above), figures.countBefore(below)));
  }

  /** A session may reach a step without the one before it; the rate stays at most one. */
  private static Proportion within(long successes, long trials) {
    return new Proportion(Math.min(successes, trials), trials);
  }

  private static Recommendation step(Advised about, Question question, Figures figures, Gap gap) {
    Metric reached = STEPS.get(gap.row());
    double bought = figures.now(Metric.PURCHASE_SESSIONS) / Math.max(1, figures.now(reached));
    return new Recommendation(
        Recommendation.Kind.STEP_LOSS,
        Map.of(
            "step", STEPS.get(gap.row() - 1).wireName(),
            "next", reached.wireName(),
            "rate", gap.own().rate(),
            "other", gap.other().rate(),
            "sessions", gap.own().trials()),
        gap.effect(
                Math.min(1, bought) * figures.now(Metric.AOV),
                Recommendation.Method.DIFFERENCE_OF_RATES)
            .times(about.toFourWeeks()),
        question,
        "/");
  }

  private static List<Recommendation> channels(Advised about) {
    Question question =
        about.parts(
            List.of(Dimension.CHANNEL),
            Comparison.PREVIOUS_PERIOD,
            Metric.SESSIONS,
            Metric.PURCHASE_SESSIONS);
    Answer answer = about.ask(question);
    List<Gap> gaps = new ArrayList<>();
    for (int row = 0; row < answer.rows().size(); row++) {
      if (answer.value(row, Dimension.CHANNEL.wireName()) != null) {
        Figures figures = new Figures(answer, row);
        gaps.add(gap(figures, row, Metric.PURCHASE_SESSIONS, Metric.SESSIONS));
      }
    }
    double value = about.orderValue();
    return Gap.lower(gaps).stream()
        .map(
            gap ->
                new Recommendation(
                    Recommendation.Kind.CHANNEL_FELL,
                    Map.of(
                        "name",
                            String.valueOf(answer.value(gap.row(), Dimension.CHANNEL.wireName())),
                        "rate", gap.own().rate(),
                        "other", gap.other().rate(),
                        "sessions", gap.own().trials()),
                    gap.effect(value, Recommendation.Method.DIFFERENCE_OF_RATES)
                        .times(about.toFourWeeks()),
                    question,
                    "/traffic"))
        .toList();
  }

  /** The rate is that of orders that are not cancelled. */
  private static List<Recommendation> cancellations(Advised about) {
    Question question =
        about.totals(
            Comparison.PREVIOUS_PERIOD, Metric.ORDERS, Metric.CANCELLED_ORDERS, Metric.AOV);
    Figures figures = new Figures(about.ask(question), 0);
    long now = figures.countNow(Metric.ORDERS);
    long before = figures.countBefore(Metric.ORDERS);
    Gap kept =
        new Gap(
            0,
            new Proportion(now, now + figures.countNow(Metric.CANCELLED_ORDERS)),
            new Proportion(before, before + figures.countBefore(Metric.CANCELLED_ORDERS)));
    return Gap.lower(List.of(kept)).stream()
        .map(
            gap ->
                new Recommendation(
                    Recommendation.Kind.CANCELLATIONS_ROSE,
                    Map.of(
                        "rate", 1 - gap.own().rate(),
                        "other", 1 - gap.other().rate(),
                        "orders", gap.own().trials()),
                    gap.effect(figures.now(Metric.AOV), Recommendation.Method.DIFFERENCE_OF_RATES)
                        .times(about.toFourWeeks()),
                    question,
                    "/"))
        .toList();
  }
}
