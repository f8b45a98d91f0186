package io.vitrine.shop;

import io.vitrine.experiments.stats.Proportion;
import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Metric;
import io.vitrine.model.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parts of the traffic whose sessions end in a purchase less often than those of all other parts.
 * The effect is of closing the gap.
 *
 * @param kind of recommendation
 * @param by what the traffic is split by
 * @param within what parts have to share to be compared: browsers of phones are set beside other
 *     browsers of phones; null for all
 */
record PartsThatConvertLess(Recommendation.Kind kind, Dimension by, @Nullable Dimension within)
    implements Advisor {

  private static final int FEWEST_SESSIONS = 200;
  private static final int FEWEST_EXPECTED = 5;
  private static final int MOST = 3;

  PartsThatConvertLess(Recommendation.Kind kind, Dimension by) {
    this(kind, by, null);
  }

  @Override
  public List<Recommendation> advise(Advised about) {
    List<Dimension> split = within == null ? List.of(by) : List.of(by, within);
    Question question =
        about.parts(split, Comparison.NONE, Metric.SESSIONS, Metric.PURCHASE_SESSIONS);
    Answer answer = about.ask(question);
    double value = about.orderValue();
    return Gap.lower(gaps(answer)).stream()
        .map(gap -> recommendation(about, question, answer, gap, value))
        .sorted(Recommendations.LARGEST_FIRST)
        .limit(MOST)
        .toList();
  }

  private List<Gap> gaps(Answer answer) {
    Map<String, Proportion> all = new HashMap<>();
    for (int row = 0; row < answer.rows().size(); row++) {
      all.merge(shared(answer, row), sessions(answer, row), PartsThatConvertLess::sum);
    }
    List<Gap> gaps = new ArrayList<>();
    for (int row = 0; row < answer.rows().size(); row++) {
      Proportion own = sessions(answer, row);
      Proportion whole = all.getOrDefault(shared(answer, row), own);
      Proportion rest =
          new Proportion(whole.successes() - own.successes(), whole.trials() - own.trials());
      boolean enough =
          own.trials() >= FEWEST_SESSIONS && own.trials() * rest.rate() >= FEWEST_EXPECTED;
      if (enough && answer.value(row, by.wireName()) != null) {
        gaps.add(new Gap(row, own, rest));
      }
    }
    return gaps;
  }

  private String shared(Answer answer, int row) {
    return within == null ? "" : String.valueOf(answer.value(row, within.wireName()));
  }

  private static Proportion sessions(Answer answer, int row) {
    Figures part = new Figures(answer, row);
    return new Proportion(part.countNow(Metric.PURCHASE_SESSIONS), part.countNow(Metric.SESSIONS));
  }

  private static Proportion sum(Proportion one, Proportion other) {
    return new Proportion(one.successes() + other.successes(), one.trials() + other.trials());
  }

  private Recommendation recommendation(
      Advised about, Question question, Answer answer, Gap gap, double value) {
    return new Recommendation(
        kind,
        Map.of(
            "field", by.wireName(),
            "name", String.valueOf(answer.value(gap.row(), by.wireName())),
            "within", shared(answer, gap.row()),
            "rate", gap.own().rate(),
            "other", gap.other().rate(),
            "sessions", gap.own().trials(),
            "purchases", gap.own().successes()),
        gap.effect(value, Recommendation.Method.DIFFERENCE_OF_RATES).times(about.toFourWeeks()),
        question,
        "/traffic");
  }
}
