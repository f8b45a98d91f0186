package io.vitrine.experiments.stats;

/**
 * A ratio of two sums per unit, such as revenue per order when visitors were assigned. The units
 * are the visitors, so that the orders of one visitor may depend on each other (Deng, Knoblich, Lu
 * 2018, KDD, arXiv 1803.06336).
 *
 * @param count units, at least 2
 * @param numerator mean above the line per unit
 * @param denominator mean below the line per unit, not 0
 * @param numeratorVariance with n - 1 below the line
 * @param denominatorVariance with n - 1 below the line
 * @param covariance of both
 */
public record RatioSample(
    long count,
    double numerator,
    double denominator,
    double numeratorVariance,
    double denominatorVariance,
    double covariance)
    implements Arm {

  public RatioSample {
    new Sample(count, numerator, numeratorVariance);
    new Sample(count, denominator, denominatorVariance);
    Unanswerable.unless(
        denominator != 0, "denominator_zero", "the mean below the line is not 0, else no ratio");
    Unanswerable.bounded(covariance, numeratorVariance, denominatorVariance);
  }

  @Override
  public double mean() {
    return numerator / denominator;
  }

  /** First-order variance of a unit's share in the ratio. */
  @Override
  public double variance() {
    double ratio = mean();
    double spread =
        numeratorVariance + ratio * ratio * denominatorVariance - 2 * ratio * covariance;
    return Math.max(0, spread) / (denominator * denominator);
  }
}
