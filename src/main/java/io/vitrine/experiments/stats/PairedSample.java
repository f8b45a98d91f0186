package io.vitrine.experiments.stats;

import java.util.List;

/**
 * Values of units together with what was known of each of them before the experiment.
 *
 * @param value during the experiment
 * @param before the same units' covariate, such as their value before it
 * @param covariance of both per unit, with n - 1 below the line
 */
public record PairedSample(Sample value, Sample before, double covariance) {

  public PairedSample {
    Unanswerable.unless(
        value.count() == before.count(),
        "counts_differ",
        "value and covariate are of the same units: " + value.count() + ", " + before.count());
    Unanswerable.bounded(covariance, value.variance(), before.variance());
  }

  /**
   * The arms less what their covariates explain (CUPED: Deng, Xu, Kohavi, Walker 2013, WSDM). One
   * coefficient for all arms, from all units together: one for each arm would take a part of the
   * effect away. A covariate that does not vary explains nothing.
   */
  public static List<AdjustedSample> adjust(List<PairedSample> arms) {
    double coefficient = coefficient(arms);
    double middle = pooledMean(arms.stream().map(PairedSample::before).toList());
    return arms.stream().map(arm -> arm.adjusted(coefficient, middle)).toList();
  }

  /** Covariance over variance of the covariate among the units of all arms. */
  public static double coefficient(List<PairedSample> arms) {
    double middle = pooledMean(arms.stream().map(PairedSample::value).toList());
    double middleBefore = pooledMean(arms.stream().map(PairedSample::before).toList());
    double together = 0;
    double alone = 0;
    for (PairedSample arm : arms) {
      double count = arm.value.count();
      double step = arm.before.mean() - middleBefore;
      together += (count - 1) * arm.covariance + count * step * (arm.value.mean() - middle);
      alone += (count - 1) * arm.before.variance() + count * step * step;
    }
    return alone == 0 ? 0 : together / alone;
  }

  private AdjustedSample adjusted(double coefficient, double middle) {
    double variance =
        value.variance()
            + coefficient * coefficient * before.variance()
            - 2 * coefficient * covariance;
    return new AdjustedSample(
        value.count(),
        value.mean() - coefficient * (before.mean() - middle),
        Math.max(0, variance),
        value.mean());
  }

  private static double pooledMean(List<Sample> samples) {
    double sum = 0;
    double count = 0;
    for (Sample sample : samples) {
      sum += sample.mean() * sample.count();
      count += sample.count();
    }
    return sum / count;
  }
}
