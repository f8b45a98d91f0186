package io.vitrine.experiments.stats;

/**
 * Tests that are right once, at the sample size that was planned. Looking earlier and stopping at a
 * small p value makes them wrong; {@link ConfidenceSequence} is for that.
 */
public final class FixedHorizon {

  private FixedHorizon() {}

  /**
   * Welch's t test of an estimate (Welch 1947).
   *
   * @param confidence of the interval, between 0 and 1
   */
  public static Effect student(Estimate estimate, Alternative alternative, double confidence) {
    return test(estimate, 0, estimate.degrees(), alternative, confidence);
  }

  /** The same with the normal distribution, for large samples and known variances. */
  public static Effect normal(Estimate estimate, Alternative alternative, double confidence) {
    return test(estimate, 0, Double.POSITIVE_INFINITY, alternative, confidence);
  }

  /**
   * Whether a variant is not worse than a margin allows: the hypothesis that it is worse by the
   * margin or more is tested one-sided (Schultzberg, Ankargren, Frånberg 2024, arXiv 2402.11609).
   *
   * @param margin above 0, on the estimate's scale
   * @param higherIsBetter whether the figure should be high
   */
  public static Effect notInferior(
      Estimate estimate, double margin, boolean higherIsBetter, double confidence) {
    Unanswerable.between(margin, 0, Double.MAX_VALUE, "margin");
    boolean log = estimate.scale() == Scale.LOG_RATIO;
    double worst = higherIsBetter ? -margin : margin;
    Unanswerable.unless(
        !log || worst > -1, "margin_out_of_range", "a relative margin is below 1, not " + margin);
    return test(
        estimate,
        log ? Math.log1p(worst) : worst,
        estimate.degrees(),
        higherIsBetter ? Alternative.GREATER : Alternative.LESS,
        confidence);
  }

  /**
   * The interval of a planned look: as many standard errors as its bound has. Its p value is that
   * of this look alone; the bound decides.
   */
  public static Effect repeated(Estimate estimate, double bound) {
    double statistic = estimate.value() / estimate.standardError();
    return new Effect(
        interval(estimate, Alternative.TWO_SIDED, bound * estimate.standardError()),
        estimate.standardError(),
        statistic,
        Double.POSITIVE_INFINITY,
        TwoProportions.p(statistic, Alternative.TWO_SIDED));
  }

  private static Effect test(
      Estimate estimate,
      double hypothesis,
      double degrees,
      Alternative alternative,
      double confidence) {
    Unanswerable.between(confidence, 0, 1, "confidence");
    double error = estimate.standardError();
    double statistic = (estimate.value() - hypothesis) / error;
    double tail = alternative == Alternative.TWO_SIDED ? (1 - confidence) / 2 : 1 - confidence;
    double reach = Distributions.studentUpper(tail, degrees) * error;
    double p =
        switch (alternative) {
          case TWO_SIDED -> 2 * Distributions.studentAbove(Math.abs(statistic), degrees);
          case GREATER -> Distributions.studentAbove(statistic, degrees);
          case LESS -> Distributions.studentAbove(-statistic, degrees);
        };
    return new Effect(
        interval(estimate, alternative, reach), error, statistic, degrees, Math.min(1, p));
  }

  static Interval interval(Estimate estimate, Alternative alternative, double reach) {
    double low = alternative == Alternative.LESS ? Double.NEGATIVE_INFINITY : -reach;
    double high = alternative == Alternative.GREATER ? Double.POSITIVE_INFINITY : reach;
    double value = estimate.value();
    return new Interval(
        estimate.told(value), open(estimate, value + low), open(estimate, value + high));
  }

  /** An end that is open stays open, also where a logarithm would end at -1. */
  private static double open(Estimate estimate, double end) {
    return Double.isInfinite(end) ? end : estimate.told(end);
  }
}
