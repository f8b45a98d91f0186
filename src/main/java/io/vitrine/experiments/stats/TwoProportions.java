package io.vitrine.experiments.stats;

import java.util.Map;
import java.util.function.LongPredicate;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** Tests of two proportions. */
public final class TwoProportions {

  /** Relative slack by which equally likely tables may differ in the last digits. */
  private static final double SLACK = 1 + 1e-7;

  private static final long MOST_FOR_EXACT = 10_000_000;

  private TwoProportions() {}

  /**
   * Difference of rates. The p value uses the pooled variance, which is that of no effect; the
   * interval is that of {@link #difference}. So the two can disagree in the last places near the
   * border.
   *
   * @throws Unanswerable without units, or when all converted or none did
   */
  public static Effect pooled(
      Proportion control, Proportion variant, Alternative alternative, double confidence) {
    Interval interval = difference(control, variant, alternative, confidence);
    double error = pooledError(control, variant);
    double statistic = interval.estimate() / error;
    return new Effect(
        interval, error, statistic, Double.POSITIVE_INFINITY, p(statistic, alternative));
  }

  private static double pooledError(Proportion control, Proportion variant) {
    double trials = (double) control.trials() + variant.trials();
    double successes = (double) control.successes() + variant.successes();
    Unanswerable.unless(
        successes > 0 && successes < trials,
        "no_variance",
        "the arms' values do not vary (" + successes + " of " + trials + "), so nothing tests");
    double rate = successes / trials;
    return Math.sqrt(rate * (1 - rate) * (1.0 / control.trials() + 1.0 / variant.trials()));
  }

  /**
   * Difference of rates with the interval by the variance of each arm (Fleiss, Levin, Paik 2003,
   * Statistical Methods for Rates and Proportions, section 3.1). Where all or none of each arm
   * converted that interval would have no width; there it is Newcombe's of the two score intervals
   * (1998, Statistics in Medicine 17: 873-890, method 10).
   */
  public static Interval difference(
      Proportion control, Proportion variant, Alternative alternative, double confidence) {
    Unanswerable.between(confidence, 0, 1, "confidence");
    someUnits(control);
    someUnits(variant);
    double tail = alternative == Alternative.TWO_SIDED ? (1 - confidence) / 2 : 1 - confidence;
    double z = Distributions.normalUpper(tail);
    double estimate = variant.rate() - control.rate();
    double reach = z * Math.sqrt(control.squaredError() + variant.squaredError());
    boolean varies = reach != 0;
    double below = varies ? reach : scoreReach(control, variant, 1 - 2 * tail);
    double above = varies ? reach : scoreReach(variant, control, 1 - 2 * tail);
    return new Interval(
        estimate,
        alternative == Alternative.LESS ? Double.NEGATIVE_INFINITY : estimate - below,
        alternative == Alternative.GREATER ? Double.POSITIVE_INFINITY : estimate + above);
  }

  /** How far the difference may be smaller: the one rate being larger and the other smaller. */
  private static double scoreReach(Proportion larger, Proportion smaller, double confidence) {
    Interval one = OneProportion.wilson(larger, confidence);
    Interval other = OneProportion.wilson(smaller, confidence);
    return Math.hypot(one.high() - one.estimate(), other.estimate() - other.low());
  }

  private static void someUnits(Proportion arm) {
    Unanswerable.unless(arm.trials() > 0, "no_units", "an arm has no units");
  }

  /** Difference of rates with the variance of each arm. */
  public static Effect unpooled(
      Proportion control, Proportion variant, Alternative alternative, double confidence) {
    return FixedHorizon.normal(
        Estimate.of(control, variant, Scale.ABSOLUTE), alternative, confidence);
  }

  /**
   * Pearson's chi-square of the two by two table.
   *
   * @param yates whether 1/2 is taken off each distance (Yates 1934)
   */
  public static Effect chiSquare(
      Proportion control, Proportion variant, boolean yates, double confidence) {
    Interval interval = difference(control, variant, Alternative.TWO_SIDED, confidence);
    double error = pooledError(control, variant);
    double a = control.successes();
    double b = (double) control.trials() - a;
    double c = variant.successes();
    double d = (double) variant.trials() - c;
    double all = a + b + c + d;
    double expected = (a + b) * (a + c) / all;
    double distance = Math.abs(a - expected);
    double used = yates ? distance - Math.min(0.5, distance) : distance;
    double statistic =
        used
            * used
            * (1 / expected
                + all / ((a + b) * (b + d))
                + all / ((c + d) * (a + c))
                + all / ((c + d) * (b + d)));
    return new Effect(interval, error, statistic, 1, Distributions.chiSquareAbove(statistic, 1));
  }

  /**
   * Fisher's exact test: the chance of this table or one less likely, given its margins (Fisher
   * 1922). For up to ten million trials; also where all converted or none did, which is 1.
   */
  public static double exact(Proportion control, Proportion variant, Alternative alternative) {
    long all = Math.addExact(control.trials(), variant.trials());
    Unanswerable.unless(
        all <= MOST_FOR_EXACT,
        "too_many_for_exact",
        "the exact test is for up to " + MOST_FOR_EXACT + " trials, not " + all,
        Map.of("most", MOST_FOR_EXACT, "trials", all));
    someUnits(control);
    someUnits(variant);
    int successes = (int) (control.successes() + variant.successes());
    HypergeometricDistribution tables =
        Distributions.hypergeometric((int) all, successes, (int) variant.trials());
    int seen = (int) variant.successes();
    return switch (alternative) {
      case GREATER -> tables.survivalProbability(seen - 1);
      case LESS -> tables.cumulativeProbability(seen);
      case TWO_SIDED -> asUnlikely(tables, seen);
    };
  }

  private static double asUnlikely(HypergeometricDistribution tables, int seen) {
    double likely = tables.probability(seen) * SLACK;
    int low = tables.getSupportLowerBound();
    int high = tables.getSupportUpperBound();
    int mode = mode(tables, low, high);
    long lastLow = last(low - 1L, mode, at -> tables.probability((int) at) <= likely);
    long firstHigh = -last(-(high + 1L), -mode, at -> tables.probability((int) -at) <= likely);
    double below = lastLow < low ? 0 : tables.cumulativeProbability((int) lastLow);
    double above = firstHigh > high ? 0 : tables.survivalProbability((int) firstHigh - 1);
    return lastLow >= firstHigh ? 1 : Math.min(1, below + above);
  }

  private static int mode(HypergeometricDistribution tables, int low, int high) {
    double drawn = tables.getSampleSize() + 1.0;
    double marked = tables.getNumberOfSuccesses() + 1.0;
    int mode = (int) Math.floor(drawn * marked / (tables.getPopulationSize() + 2.0));
    return Math.clamp(mode, low, high);
  }

  /** The last of the run from {@code before + 1} on that holds; {@code before} when none does. */
  private static long last(long before, long end, LongPredicate holds) {
    long yes = before;
    long no = end + 1;
    while (no - yes > 1) {
      long middle = Math.floorDiv(yes + no, 2);
      boolean still = holds.test(middle);
      yes = still ? middle : yes;
      no = still ? no : middle;
    }
    return yes;
  }

  /** Cohen's h, the distance of two rates on the arcsine scale (Cohen 1988, chapter 6). */
  public static double cohensH(double control, double variant) {
    return 2 * Math.asin(Math.sqrt(variant)) - 2 * Math.asin(Math.sqrt(control));
  }

  /** p value of a normal statistic. */
  static double p(double statistic, Alternative alternative) {
    return switch (alternative) {
      case TWO_SIDED -> 2 * Distributions.normalAbove(Math.abs(statistic));
      case GREATER -> Distributions.normalAbove(statistic);
      case LESS -> Distributions.normalBelow(statistic);
    };
  }
}
