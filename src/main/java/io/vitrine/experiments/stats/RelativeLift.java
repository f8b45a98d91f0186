package io.vitrine.experiments.stats;

import java.util.Optional;

/** How much larger one arm's figure is than another's, as a share of the other's. */
public final class RelativeLift {

  private RelativeLift() {}

  /**
   * Ratio of two proportions less one, with the interval of the normal approximation on the log
   * scale (Katz, Baptista, Azen, Pike 1978, Biometrics 34: 469-474).
   *
   * @param variant the arm in question
   * @param control the arm that it is compared with
   * @param confidence level of the two-sided interval, between 0 and 1
   * @return empty when an arm has no success or nothing varies: there is no such interval then
   */
  public static Optional<Interval> of(Proportion variant, Proportion control, double confidence) {
    boolean all =
        variant.successes() == variant.trials() && control.successes() == control.trials();
    if (variant.successes() == 0 || control.successes() == 0 || all) {
      return Optional.empty();
    }
    Estimate estimate = Estimate.of(control, variant, Scale.LOG_RATIO);
    return Optional.of(FixedHorizon.normal(estimate, Alternative.TWO_SIDED, confidence).interval());
  }

  /**
   * Fieller's interval of a ratio of means less one (Fieller 1954, JRSS B 16: 175-185). Where the
   * delta method ends in something finite although control's mean may be zero, this one does not.
   *
   * @return open on both ends when control's mean is not clearly other than zero
   */
  public static Interval fieller(Arm control, Arm variant, double confidence) {
    double z =
        Distributions.normalUpper((1 - Unanswerable.between(confidence, 0, 1, "confidence")) / 2);
    double below = control.mean();
    double above = variant.mean();
    double g = z * z * control.squaredError() / (below * below);
    double ratio = above / below;
    if (!(g < 1)) {
      return new Interval(ratio - 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double spread = variant.squaredError() * (1 - g) + ratio * ratio * control.squaredError();
    double reach = z / Math.abs(below) * Math.sqrt(spread);
    return new Interval(ratio - 1, (ratio - reach) / (1 - g) - 1, (ratio + reach) / (1 - g) - 1);
  }
}
