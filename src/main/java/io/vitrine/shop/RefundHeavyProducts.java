package io.vitrine.shop;

import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Filter;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Question;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Products of whose money more is given back than of the others'. The effect is of giving back the
 * others' share; its interval are the percentiles of 2,000 resamples of the days (Efron 1979,
 * Annals of Statistics 7: 1-26), and only what is above zero in 97.5 % of them is told.
 */
final class RefundHeavyProducts implements Advisor {

  private static final int MOST_LOOKED_AT = 5;
  private static final int FEWEST_ORDERS = 20;
  private static final int RESAMPLES = 2_000;
  private static final long SEED = 7;

  /** Money of one day. */
  private record Day(double gross, double refunded) {}

  @Override
  public List<Recommendation> advise(Advised about) {
    Question question =
        about.parts(
            List.of(Dimension.PRODUCT),
            Comparison.NONE,
            Metric.REFUNDS,
            Metric.GROSS_REVENUE,
            Metric.ORDERS);
    Answer answer = about.ask(question);
    List<Figures> products =
        IntStream.range(0, answer.rows().size()).mapToObj(row -> new Figures(answer, row)).toList();
    double refunded = products.stream().mapToDouble(row -> row.now(Metric.REFUNDS)).sum();
    double gross = products.stream().mapToDouble(row -> row.now(Metric.GROSS_REVENUE)).sum();
    return products.stream()
        .filter(row -> row.countNow(Metric.ORDERS) >= FEWEST_ORDERS)
        .filter(row -> row.answer().value(row.row(), Dimension.PRODUCT.wireName()) != null)
        .sorted(Comparator.comparingDouble(row -> -excess(row, refunded, gross)))
        .limit(MOST_LOOKED_AT)
        .filter(row -> excess(row, refunded, gross) > 0)
        .map(row -> recommendation(about, question, row, share(row, refunded, gross)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Share of all other products' money that is given back. */
  private static double share(Figures row, double refunded, double gross) {
    double others = gross - row.now(Metric.GROSS_REVENUE);
    return others > 0 ? (refunded - row.now(Metric.REFUNDS)) / others : 0;
  }

  private static double excess(Figures row, double refunded, double gross) {
    return row.now(Metric.REFUNDS) - share(row, refunded, gross) * row.now(Metric.GROSS_REVENUE);
  }

  private static Optional<Recommendation> recommendation(
      Advised about, Question question, Figures row, double share) {
    String product = String.valueOf(row.answer().value(row.row(), Dimension.PRODUCT.wireName()));
    Recommendation.Effect effect = effect(days(about, product), share);
    if (effect.low() <= 0) {
      return Optional.empty();
    }
    Object name = row.answer().value(row.row(), "product_name");
    return Optional.of(
        new Recommendation(
            Recommendation.Kind.REFUND_HEAVY,
            Map.of(
                "product",
                product,
                "name",
                String.valueOf(name == null ? product : name),
                "rate",
                row.now(Metric.REFUNDS) / row.now(Metric.GROSS_REVENUE),
                "other",
                share,
                "orders",
                row.countNow(Metric.ORDERS)),
            effect.times(about.toFourWeeks()),
            question,
            "/"));
  }

  private static List<Day> days(Advised about, String product) {
    Filter only = new Filter(Dimension.PRODUCT, Filter.Op.IS, List.of(product));
    Answer answer =
        about.ask(about.trend(Grain.DAY, List.of(only), Metric.GROSS_REVENUE, Metric.REFUNDS));
    return IntStream.range(0, answer.rows().size())
        .mapToObj(row -> new Figures(answer, row))
        .map(row -> new Day(row.now(Metric.GROSS_REVENUE), row.now(Metric.REFUNDS)))
        .toList();
  }

  private static Recommendation.Effect effect(List<Day> days, double share) {
    double[] saved =
        days.stream().mapToDouble(day -> day.refunded() - share * day.gross()).toArray();
    Random random = new Random(SEED);
    double[] sums = new double[RESAMPLES];
    for (int resample = 0; resample < RESAMPLES; resample++) {
      for (int day = 0; day < saved.length; day++) {
        sums[resample] += saved[random.nextInt(saved.length)];
      }
    }
    Arrays.sort(sums);
    return new Recommendation.Effect(
        Arrays.stream(saved).sum(),
        sums[RESAMPLES / 40],
        sums[RESAMPLES - 1 - RESAMPLES / 40],
        Recommendation.Method.BOOTSTRAP_OF_DAYS);
  }
}
