package io.vitrine.experiments.stats;

import java.util.Arrays;

/**
 * A quantile of one arm, such as the 95th percentile of response times, with its standard error.
 *
 * @param count values, at least 2
 * @param value the quantile
 * @param standardError of the value, above 0
 */
public record QuantileSample(long count, double value, double standardError) implements Arm {

  private static final double Z = Distributions.normalUpper(0.025);

  public QuantileSample {
    Unanswerable.unless(
        count >= 2, "too_few_units", "a quantile's error needs at least 2 values, not " + count);
    Unanswerable.unless(
        Double.isFinite(value), "quantile_not_finite", "the quantile is finite, not " + value);
    Unanswerable.unless(
        standardError > 0 && Double.isFinite(standardError),
        "quantile_bounds_collapsed",
        "the quantile's bounds have to lie apart, else its error would be none: " + standardError);
  }

  /**
   * From order statistics at the ranks q - z and q + z times sqrt(q (1 - q) / n), z = 1.96: their
   * distance is 2 z standard errors (Deng, Knoblich, Lu 2018, KDD, section 4; Yao, Li, Lu 2024,
   * arXiv 2401.14549).
   *
   * @param low order statistic at the lower rank
   * @param high order statistic at the upper rank
   * @param ranked values among which the ranks were taken, when that was a part of {@code count}
   * @param clustering variance of the share below the quantile when units have several values, as a
   *     multiple of q (1 - q) / n; 1 when each value is a unit
   */
  public static QuantileSample ofBounds(
      long count, double value, double low, double high, long ranked, double clustering) {
    Unanswerable.unless(
        low <= value && value <= high,
        "quantile_outside_bounds",
        "the quantile " + value + " lies between its bounds " + low + " and " + high);
    Unanswerable.unless(
        ranked > 0 && clustering > 0 && Double.isFinite(clustering),
        "quantile_scaling",
        "ranked values and clustering are above 0: " + ranked + ", " + clustering);
    double error = (high - low) / (2 * Z) * Math.sqrt((double) ranked / count * clustering);
    return new QuantileSample(count, value, error);
  }

  /** From the values themselves, each one a unit. The array is left as it is. */
  public static QuantileSample of(double[] values, double quantile) {
    Unanswerable.between(quantile, 0, 1, "quantile");
    Unanswerable.unless(
        values.length >= 2, "too_few_units", "a quantile needs values, not " + values.length);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double reach = Z * Math.sqrt(quantile * (1 - quantile) / values.length);
    return ofBounds(
        values.length,
        at(sorted, quantile),
        at(sorted, quantile - reach),
        at(sorted, quantile + reach),
        values.length,
        1);
  }

  private static double at(double[] sorted, double quantile) {
    int rank = (int) Math.ceil(quantile * sorted.length) - 1;
    return sorted[Math.clamp(rank, 0, sorted.length - 1)];
  }

  @Override
  public double mean() {
    return value;
  }

  @Override
  public double variance() {
    return standardError * standardError * count;
  }
}
