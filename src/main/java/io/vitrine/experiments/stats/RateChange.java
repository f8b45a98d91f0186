package io.vitrine.experiments.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Whether two rates differ by more than chance. */
public final class RateChange {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private RateChange() {}

  /**
   * Two-sided p value of the two-proportion z test with the pooled variance (Fleiss, Levin, Paik
   * 2003, Statistical Methods for Rates and Proportions, section 3.1, without continuity
   * correction).
   *
   * @return 1 when an arm has no trials or the pooled rate is 0 or 1: nothing can differ
   */
  public static double pValue(Proportion one, Proportion other) {
    double trials = (double) one.trials() + other.trials();
    double pooled = (one.successes() + other.successes()) / trials;
    if (one.trials() == 0 || other.trials() == 0 || pooled == 0 || pooled == 1) {
      return 1;
    }
    double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / one.trials() + 1.0 / other.trials()));
    return 2 * NORMAL.survivalProbability(Math.abs(one.rate() - other.rate()) / error);
  }
}
