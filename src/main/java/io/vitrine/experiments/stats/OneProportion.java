package io.vitrine.experiments.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** One proportion beside a known rate. */
public final class OneProportion {

  private static final double SLACK = 1 + 1e-7;
  private static final long MOST_FOR_EXACT = 10_000_000;

  private OneProportion() {}

  /**
   * z test with the variance of the known rate; the interval is Wilson's (1927), which never leaves
   * 0 to 1.
   *
   * @param rate between 0 and 1
   */
  public static Effect test(
      Proportion sample, double rate, Alternative alternative, double confidence) {
    Unanswerable.between(rate, 0, 1, "rate");
    Unanswerable.unless(sample.trials() > 0, "no_units", "the sample has no units");
    double error = Math.sqrt(rate * (1 - rate) / sample.trials());
    double statistic = (sample.rate() - rate) / error;
    return new Effect(
        wilson(sample, confidence),
        error,
        statistic,
        Double.POSITIVE_INFINITY,
        TwoProportions.p(statistic, alternative));
  }

  /** Wilson's score interval (Wilson 1927, JASA 22: 209-212). */
  public static Interval wilson(Proportion sample, double confidence) {
    double z =
        Distributions.normalUpper((1 - Unanswerable.between(confidence, 0, 1, "confidence")) / 2);
    double n = sample.trials();
    double p = sample.rate();
    double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    double reach = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return new Interval(p, Math.max(0, middle - reach), Math.min(1, middle + reach));
  }

  /** Exact binomial p value: outcomes no likelier than this one, for up to ten million trials. */
  public static double exact(Proportion sample, double rate, Alternative alternative) {
    Unanswerable.between(rate, 0, 1, "rate");
    Unanswerable.unless(
        sample.trials() <= MOST_FOR_EXACT,
        "too_many_for_exact",
        "the exact test is for up to " + MOST_FOR_EXACT + " trials, not " + sample.trials());
    int n = (int) sample.trials();
    int seen = (int) sample.successes();
    BinomialDistribution outcomes = Distributions.binomial(n, rate);
    return switch (alternative) {
      case GREATER -> outcomes.survivalProbability(seen - 1);
      case LESS -> outcomes.cumulativeProbability(seen);
      case TWO_SIDED -> asUnlikely(outcomes, n, seen, rate);
    };
  }

  private static double asUnlikely(BinomialDistribution outcomes, int n, int seen, double rate) {
    double likely = outcomes.probability(seen) * SLACK;
    boolean below = seen <= n * rate;
    int other = below ? n : 0;
    int step = below ? -1 : 1;
    // Outcomes of the other side, from its end inwards, as long as they are no likelier.
    int edge = other;
    while (edge != seen && outcomes.probability(edge) <= likely) {
      edge += step;
    }
    if (edge == seen) {
      return 1;
    }
    double own =
        below ? outcomes.cumulativeProbability(seen) : outcomes.survivalProbability(seen - 1);
    double opposite =
        below ? outcomes.survivalProbability(edge) : outcomes.cumulativeProbability(edge - 1);
    return Math.min(1, own + opposite);
  }
}
