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
 * Products that are looked at often and ordered less often than the others, per session with a look
 * at them. The effect is of reaching the others' rate at the product's own value of an order line,
 * or the shop's where it was never sold.
 */
final class ProductsThatConvertLess implements Advisor {

  private static final int FEWEST_SESSIONS = 100;
  private static final int FEWEST_EXPECTED = 5;
  private static final int MOST = 5;

  @Override
  public List<Recommendation> advise(Advised about) {
    Question question =
        about.parts(
            List.of(Dimension.PRODUCT),
            Comparison.NONE,
            Metric.VIEW_SESSIONS,
            Metric.ORDERS,
            Metric.ORDER_LINES,
            Metric.REVENUE);
    Answer answer = about.ask(question);
    double meanLine = sum(answer, Metric.REVENUE) / Math.max(1, sum(answer, Metric.ORDER_LINES));
    return Gap.lower(gaps(answer)).stream()
        .map(gap -> recommendation(about, question, answer, gap, meanLine))
        .sorted(Recommendations.LARGEST_FIRST)
        .limit(MOST)
        .toList();
  }

  private static double sum(Answer answer, Metric metric) {
    double sum = 0;
    for (int row = 0; row < answer.rows().size(); row++) {
      sum += new Figures(answer, row).now(metric);
    }
    return sum;
  }

  private static List<Gap> gaps(Answer answer) {
    List<Proportion> products = new ArrayList<>();
    long looked = 0;
    long ordered = 0;
    for (int row = 0; row < answer.rows().size(); row++) {
      Proportion product = product(new Figures(answer, row));
      products.add(product);
      looked += product.trials();
      ordered += product.successes();
    }
    List<Gap> gaps = new ArrayList<>();
    for (int row = 0; row < products.size(); row++) {
      Proportion own = products.get(row);
      Proportion rest = new Proportion(ordered - own.successes(), looked - own.trials());
      if (own.trials() >= FEWEST_SESSIONS && own.trials() * rest.rate() >= FEWEST_EXPECTED) {
        gaps.add(new Gap(row, own, rest));
      }
    }
    return gaps;
  }

  /**
   * An order without a look at the product (from a list, say) does not make the rate exceed one.
   */
  private static Proportion product(Figures row) {
    long looked = row.countNow(Metric.VIEW_SESSIONS);
    return new Proportion(Math.min(looked, row.countNow(Metric.ORDERS)), looked);
  }

  private static Recommendation recommendation(
      Advised about, Question question, Answer answer, Gap gap, double meanLine) {
    Figures figures = new Figures(answer, gap.row());
    double lines = figures.now(Metric.ORDER_LINES);
    double value = lines > 0 ? figures.now(Metric.REVENUE) / lines : meanLine;
    Object name = answer.value(gap.row(), "product_name");
    Object product = answer.value(gap.row(), Dimension.PRODUCT.wireName());
    return new Recommendation(
        Recommendation.Kind.PRODUCT_UNDERCONVERTS,
        Map.of(
            "field", Dimension.PRODUCT.wireName(),
            "product", String.valueOf(product),
            "name", String.valueOf(name == null ? product : name),
            "rate", gap.own().rate(),
            "other", gap.other().rate(),
            "sessions", gap.own().trials(),
            "purchases", gap.own().successes()),
        gap.effect(value, Recommendation.Method.DIFFERENCE_OF_RATES).times(about.toFourWeeks()),
        question,
        "/");
  }
}
