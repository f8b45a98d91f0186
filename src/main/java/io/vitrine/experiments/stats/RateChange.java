package io.vitrine.experiments.stats;

/** Whether two rates differ by more than chance. */
public final class RateChange {

  private RateChange() {}

  /**
   * Two-sided p value of the pooled two-proportion z test, {@link TwoProportions#pooled}.
   *
   * @return 1 when an arm has no trials or the pooled rate is 0 or 1: nothing can differ
   */
  public static double pValue(Proportion one, Proportion other) {
    long successes = one.successes() + other.successes();
    long trials = one.trials() + other.trials();
    if (one.trials() == 0 || other.trials() == 0 || successes == 0 || successes == trials) {
      return 1;
    }
    double rate = (double) successes / trials;
    double error = Math.sqrt(rate * (1 - rate) * (1.0 / one.trials() + 1.0 / other.trials()));
    return TwoProportions.p((one.rate() - other.rate()) / error, Alternative.TWO_SIDED);
  }
}
