package io.vitrine.experiments.stats;

/**
 * One arm of an experiment by its sufficient statistics. Units are visitors, or whatever was
 * assigned; nothing smaller is independent.
 */
public sealed interface Arm
    permits Proportion, Sample, RatioSample, QuantileSample, AdjustedSample {

  /** Units. */
  long count();

  /** Mean of a unit's value. */
  double mean();

  /** Variance of a unit's value, not of the mean. */
  double variance();

  /** What a relative lift over this arm is divided by. */
  default double base() {
    return mean();
  }

  /** Squared standard error of the mean. */
  default double squaredError() {
    return variance() / count();
  }
}
