package io.vitrine.experiments.stats;

import java.util.Map;

/**
 * Values of independent units of one arm.
 *
 * @param count units, at least 2
 * @param mean of their values
 * @param variance of their values with n - 1 below the line
 */
public record Sample(long count, double mean, double variance) implements Arm {

  public Sample {
    if (count < 2) {
      throw tooFew(count);
    }
    if (!Double.isFinite(mean)) {
      throw new Unanswerable(
          "mean_not_finite", "the mean is a finite number, not " + mean, Map.of());
    }
    if (!(variance >= 0 && Double.isFinite(variance))) {
      throw new Unanswerable(
          "variance_negative",
          "the variance is a finite number from 0 on, not " + variance,
          Map.of("variance", variance));
    }
  }

  private static Unanswerable tooFew(long count) {
    return new Unanswerable(
        "too_few_units",
        "a mean's variance needs at least 2 units, not " + count,
        Map.of("count", count));
  }

  /** From the sum of values and of their squares. */
  public static Sample ofSums(long count, double sum, double squares) {
    if (count < 2) {
      throw tooFew(count);
    }
    double spread = squares - sum * sum / count;
    double rounding = 1e-9 * Math.abs(squares);
    if (!(spread >= -rounding)) {
      throw new Unanswerable(
          "squares_below_sum",
          "the sum of squares " + squares + " is at least " + sum * sum / count + " for that sum",
          Map.of());
    }
    return new Sample(count, sum / count, Math.max(0, spread) / (count - 1));
  }

  /** From the values themselves. */
  public static Sample of(double[] values) {
    double mean = 0;
    double spread = 0;
    for (int i = 0; i < values.length; i++) {
      double step = values[i] - mean;
      mean += step / (i + 1);
      spread += step * (values[i] - mean);
    }
    return new Sample(values.length, mean, values.length < 2 ? 0 : spread / (values.length - 1));
  }
}
