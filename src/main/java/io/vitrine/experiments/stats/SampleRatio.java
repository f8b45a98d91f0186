package io.vitrine.experiments.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Whether units were split as planned. */
public final class SampleRatio {

  private SampleRatio() {}

  /**
   * Pearson's chi-square test of observed counts against planned shares.
   *
   * @param observed units per arm, at least two arms
   * @param shares planned share per arm, all above zero; they need not sum to one
   * @return p value; 1 when there are no units at all
   */
  public static double pValue(long[] observed, double[] shares) {
    if (observed.length != shares.length || observed.length < 2) {
      throw new IllegalArgumentException(
          "as many shares as arms, two at least: " + observed.length + ", " + shares.length);
    }
    double total = 0;
    double planned = 0;
    for (int arm = 0; arm < observed.length; arm++) {
      total += observed[arm];
      planned += shares[arm];
    }
    if (total == 0) {
      return 1;
    }
    double statistic = 0;
    for (int arm = 0; arm < observed.length; arm++) {
      double expected = total * shares[arm] / planned;
      statistic += (observed[arm] - expected) * (observed[arm] - expected) / expected;
    }
    return ChiSquaredDistribution.of(observed.length - 1).survivalProbability(statistic);
  }
}
