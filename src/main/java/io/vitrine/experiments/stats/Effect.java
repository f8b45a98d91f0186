package io.vitrine.experiments.stats;

/**
 * What a test says of a variant beside control.
 *
 * @param interval estimate and its interval, in the terms of the scale
 * @param standardError of the estimate on the scale that it was counted on
 * @param statistic of the test
 * @param degrees of freedom; infinite where the normal distribution is used
 * @param pValue chance of a statistic at least as far out when there is no effect
 */
public record Effect(
    Interval interval, double standardError, double statistic, double degrees, double pValue) {

  /** Whether the effect stands out at a level such as 0.05. */
  public boolean stands(double level) {
    return pValue < level;
  }
}
