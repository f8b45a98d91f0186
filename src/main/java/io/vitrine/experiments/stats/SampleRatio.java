package io.vitrine.experiments.stats;

/** Whether units were split as planned. */
public final class SampleRatio {

  private SampleRatio() {}

  /**
   * Pearson's chi-square test of observed counts against planned shares (Fabijan et al. 2019, KDD).
   * It is right at one look; {@link #always} may be looked at every day.
   *
   * @param observed units per arm
   * @param shares planned share per arm, 0 or more; they need not sum to one. An arm without a
   *     share is no arm: it has no part in the test
   * @return p value; 1 when there are no units at all or one arm alone
   */
  public static double pValue(long[] observed, double[] shares) {
    int arms = arms(observed, shares);
    double statistic = statistic(observed, shares);
    return arms < 2 ? 1 : Distributions.chiSquareAbove(statistic, arms - 1);
  }

  /** Pearson's chi-square; 0 without units. */
  public static double statistic(long[] observed, double[] shares) {
    arms(observed, shares);
    double total = 0;
    double planned = 0;
    for (int arm = 0; arm < observed.length; arm++) {
      total += shares[arm] > 0 ? observed[arm] : 0;
      planned += shares[arm];
    }
    double statistic = 0;
    for (int arm = 0; arm < observed.length && total > 0; arm++) {
      if (shares[arm] > 0) {
        double expected = total * shares[arm] / planned;
        statistic += (observed[arm] - expected) * (observed[arm] - expected) / expected;
      }
    }
    return statistic;
  }

  /**
   * A p value that holds however often it is looked at: one over the Bayes factor of a Dirichlet
   * prior around the planned shares against those shares (Lindon and Malek 2020, arXiv 2011.03567).
   * Looking repeatedly, the smallest so far counts.
   *
   * @param concentration how closely the prior lies around the plan, above 0; 100 finds ratios off
   *     by a tenth soon and small ones later
   */
  public static double always(long[] observed, double[] shares, double concentration) {
    int arms = arms(observed, shares);
    Unanswerable.between(concentration, 0, Double.MAX_VALUE, "concentration");
    return arms < 2 ? 1 : Math.min(1, Math.exp(-logFactor(observed, shares, concentration)));
  }

  private static double logFactor(long[] observed, double[] shares, double concentration) {
    double planned = 0;
    double total = 0;
    for (int arm = 0; arm < observed.length; arm++) {
      planned += shares[arm];
      total += shares[arm] > 0 ? observed[arm] : 0;
    }
    double factor =
        Distributions.logGamma(concentration) - Distributions.logGamma(concentration + total);
    for (int arm = 0; arm < observed.length; arm++) {
      double share = shares[arm] / planned;
      if (share > 0) {
        double prior = concentration * share;
        factor +=
            Distributions.logGamma(prior + observed[arm])
                - Distributions.logGamma(prior)
                - observed[arm] * Math.log(share);
      }
    }
    return factor;
  }

  /** Arms with a share. */
  private static int arms(long[] observed, double[] shares) {
    Unanswerable.unless(
        observed.length == shares.length && observed.length >= 2,
        "shares_do_not_fit",
        "as many shares as arms, two at least: " + shares.length + " for " + observed.length);
    int arms = 0;
    for (int arm = 0; arm < shares.length; arm++) {
      Unanswerable.unless(
          shares[arm] >= 0 && Double.isFinite(shares[arm]) && observed[arm] >= 0,
          "share_negative",
          "shares and counts are 0 or more: " + shares[arm] + ", " + observed[arm]);
      arms += shares[arm] > 0 ? 1 : 0;
    }
    return arms;
  }
}
