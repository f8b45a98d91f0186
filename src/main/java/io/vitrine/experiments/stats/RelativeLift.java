package io.vitrine.experiments.stats;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** How much larger one arm's rate is than another's, as a share of the other's. */
public final class RelativeLift {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private RelativeLift() {}

  /**
   * Ratio of two proportions less one, with the interval of the normal approximation on the log
   * scale (Katz, Baptista, Azen, Pike 1978, Biometrics 34: 469-474).
   *
   * @param variant the arm in question
   * @param control the arm that it is compared with
   * @param confidence level of the two-sided interval, between 0 and 1
   * @return empty when an arm has no success: the ratio then has no such interval
   */
  public static Optional<Interval> of(Proportion variant, Proportion control, double confidence) {
    if (variant.successes() == 0 || control.successes() == 0) {
      return Optional.empty();
    }
    double ratio = variant.rate() / control.rate();
    double spread =
        Math.sqrt(
            1.0 / variant.successes()
                - 1.0 / variant.trials()
                + 1.0 / control.successes()
                - 1.0 / control.trials());
    double reach = NORMAL.inverseSurvivalProbability((1 - confidence) / 2) * spread;
    return Optional.of(
        new Interval(ratio - 1, ratio * Math.exp(-reach) - 1, ratio * Math.exp(reach) - 1));
  }
}
