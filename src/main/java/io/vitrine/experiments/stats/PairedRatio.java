package io.vitrine.experiments.stats;

import java.util.List;

/**
 * A ratio of two sums per unit together with the same units' ratio before the experiment, such as
 * revenue per order now and then. Both are read to the first order: a unit's part in a ratio is
 * what it has above the line less the ratio times what it has below, over the mean below (Deng,
 * Knoblich, Lu 2018, KDD), and CUPED is done on these parts (Deng, Xu, Kohavi, Walker 2013, WSDM,
 * appendix B).
 *
 * @param value during the experiment
 * @param before the same units' covariate
 * @param aboves covariance of what stands above both lines
 * @param aboveAndBelowBefore covariance of value's above and covariate's below
 * @param belowAndAboveBefore covariance of value's below and covariate's above
 * @param belows covariance of what stands below both lines
 */
public record PairedRatio(
    RatioSample value,
    RatioSample before,
    double aboves,
    double aboveAndBelowBefore,
    double belowAndAboveBefore,
    double belows) {

  public PairedRatio {
    Unanswerable.unless(
        value.count() == before.count(),
        "counts_differ",
        "value and covariate are of the same units: " + value.count() + ", " + before.count());
    Unanswerable.bounded(aboves, value.numeratorVariance(), before.numeratorVariance());
    Unanswerable.bounded(
        aboveAndBelowBefore, value.numeratorVariance(), before.denominatorVariance());
    Unanswerable.bounded(
        belowAndAboveBefore, value.denominatorVariance(), before.numeratorVariance());
    Unanswerable.bounded(belows, value.denominatorVariance(), before.denominatorVariance());
  }

  /**
   * The arms less what their covariates explain, with one coefficient from all units together. A
   * covariate that does not vary explains nothing.
   */
  public static List<AdjustedSample> adjust(List<PairedRatio> arms) {
    PairedRatio all = arms.stream().reduce(PairedRatio::with).orElseThrow();
    double coefficient = all.coefficient();
    double middle = all.before.mean();
    return arms.stream().map(arm -> arm.adjusted(coefficient, middle)).toList();
  }

  /** Covariance of the units' parts in both ratios over the variance of their part before. */
  public double coefficient() {
    double alone = before.variance();
    return alone == 0 ? 0 : together() / alone;
  }

  private double together() {
    double ratio = value.mean();
    double ratioBefore = before.mean();
    double spread =
        aboves
            - ratioBefore * aboveAndBelowBefore
            - ratio * belowAndAboveBefore
            + ratio * ratioBefore * belows;
    return spread / (value.denominator() * before.denominator());
  }

  private AdjustedSample adjusted(double coefficient, double middle) {
    double variance =
        value.variance()
            + coefficient * coefficient * before.variance()
            - 2 * coefficient * together();
    return new AdjustedSample(
        value.count(),
        value.mean() - coefficient * (before.mean() - middle),
        Math.max(0, variance),
        value.mean());
  }

  /** Both arms' units as one. */
  private PairedRatio with(PairedRatio other) {
    Joining joining = new Joining(value.count(), other.value.count());
    RatioSample one = value;
    RatioSample two = other.value;
    RatioSample past = before;
    RatioSample pastTwo = other.before;
    return new PairedRatio(
        joining.ratio(one, two),
        joining.ratio(past, pastTwo),
        joining.covariance(
            aboves,
            other.aboves,
            two.numerator() - one.numerator(),
            pastTwo.numerator() - past.numerator()),
        joining.covariance(
            aboveAndBelowBefore,
            other.aboveAndBelowBefore,
            two.numerator() - one.numerator(),
            pastTwo.denominator() - past.denominator()),
        joining.covariance(
            belowAndAboveBefore,
            other.belowAndAboveBefore,
            two.denominator() - one.denominator(),
            pastTwo.numerator() - past.numerator()),
        joining.covariance(
            belows,
            other.belows,
            two.denominator() - one.denominator(),
            pastTwo.denominator() - past.denominator()));
  }

  /** Moments of two groups of units as those of all of them. */
  private record Joining(double first, double second) {

    RatioSample ratio(RatioSample one, RatioSample other) {
      double above = other.numerator() - one.numerator();
      double below = other.denominator() - one.denominator();
      return new RatioSample(
          (long) (first + second),
          one.numerator() + above * second / (first + second),
          one.denominator() + below * second / (first + second),
          covariance(one.numeratorVariance(), other.numeratorVariance(), above, above),
          covariance(one.denominatorVariance(), other.denominatorVariance(), below, below),
          covariance(one.covariance(), other.covariance(), above, below));
    }

    /** Of two covariances with n - 1 below the line, and the distances of the groups' means. */
    double covariance(double one, double other, double distance, double otherDistance) {
      double between = distance * otherDistance * first * second / (first + second);
      return ((first - 1) * one + (second - 1) * other + between) / (first + second - 1);
    }
  }
}
