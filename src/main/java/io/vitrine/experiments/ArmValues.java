package io.vitrine.experiments;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.experiments.stats.RatioSample;
import io.vitrine.experiments.stats.Sample;
import org.jspecify.annotations.Nullable;

/**
 * What an arm's units have of a value, or of the two of a ratio. Variances have n - 1 below the
 * line.
 *
 * @param mean of a value per unit, or above the line of a ratio
 * @param variance of that value
 * @param sum instead of mean and variance, with {@code sum_of_squares}
 * @param sumOfSquares of the values
 * @param denominatorMean below the line of a ratio
 * @param denominatorVariance of it
 * @param covariance of a ratio's two values
 */
@Schema(name = "ArmValues")
record ArmValues(
    @Nullable Double mean,
    @Nullable Double variance,
    @Nullable Double sum,
    @Nullable Double sumOfSquares,
    @Nullable Double denominatorMean,
    @Nullable Double denominatorVariance,
    @Nullable Double covariance) {

  static final ArmValues NONE = new ArmValues(null, null, null, null, null, null, null);

  static ArmValues ofSums(double sum, double sumOfSquares) {
    return new ArmValues(null, null, sum, sumOfSquares, null, null, null);
  }

  Sample sample(ArmForm arm) {
    if (sum != null) {
      return Sample.ofSums(arm.units(), sum, arm.need(sumOfSquares, "sum_of_squares"));
    }
    return new Sample(arm.units(), arm.need(mean, "mean"), arm.need(variance, "variance"));
  }

  RatioSample ratio(ArmForm arm) {
    return new RatioSample(
        arm.units(),
        arm.need(mean, "mean"),
        arm.need(denominatorMean, "denominator_mean"),
        arm.need(variance, "variance"),
        arm.need(denominatorVariance, "denominator_variance"),
        arm.need(covariance, "covariance"));
  }
}
