package io.vitrine.experiments.stats;

import java.util.Map;

/**
 * How much a variant differs from control, before any test.
 *
 * @param value on the scale that it was counted on
 * @param standardError of the value, above 0
 * @param degrees of freedom of the error by Welch and Satterthwaite; infinite for proportions'
 *     known variance
 * @param units of both arms
 * @param scale of the value
 */
public record Estimate(
    double value, double standardError, double degrees, long units, Scale scale) {

  /** As many digits as a difference of two nearly equal doubles has: less is no spread. */
  private static final double NOTHING = 1e-300;

  public Estimate {
    if (!(standardError > NOTHING && Double.isFinite(standardError))) {
      throw new Unanswerable(
          "no_variance",
          "the arms' values do not vary (standard error " + standardError + "), so nothing tests",
          Map.of());
    }
  }

  /**
   * Difference with the error of independent arms; relative lift by the delta method (Deng,
   * Knoblich, Lu 2018), degrees of freedom kept from the difference.
   *
   * @throws Unanswerable without units or variance, or for a relative lift over a mean of 0
   */
  public static Estimate of(Arm control, Arm variant, Scale scale) {
    someUnits(control);
    someUnits(variant);
    double degrees = degrees(control, variant);
    long units = Math.addExact(control.count(), variant.count());
    return switch (scale) {
      case ABSOLUTE ->
          new Estimate(
              variant.mean() - control.mean(),
              Math.sqrt(variant.squaredError() + control.squaredError()),
              degrees,
              units,
              scale);
      case RELATIVE -> relative(control, variant, degrees, units);
      case LOG_RATIO -> logRatio(control, variant, degrees, units);
    };
  }

  private static Estimate relative(Arm control, Arm variant, double degrees, long units) {
    double base = control.base();
    Unanswerable.unless(
        base != 0, "control_mean_zero", "a relative lift needs a control mean other than 0");
    double difference = variant.mean() - control.mean();
    double ratio = (base + difference) / base;
    double error =
        Math.sqrt(variant.squaredError() + ratio * ratio * control.squaredError()) / Math.abs(base);
    return new Estimate(difference / Math.abs(base), error, degrees, units, Scale.RELATIVE);
  }

  private static Estimate logRatio(Arm control, Arm variant, double degrees, long units) {
    double base = control.base();
    double ratio = 1 + (variant.mean() - control.mean()) / base;
    if (!(base > 0 && ratio > 0)) {
      throw new Unanswerable(
          "mean_not_positive",
          "a log ratio needs means above 0, not " + base + " and " + variant.mean(),
          Map.of());
    }
    double error =
        Math.sqrt(variant.squaredError() / (ratio * ratio) + control.squaredError()) / base;
    return new Estimate(Math.log(ratio), error, degrees, units, Scale.LOG_RATIO);
  }

  private static void someUnits(Arm arm) {
    Unanswerable.unless(arm.count() > 0, "no_units", "an arm has no units");
  }

  /** Welch 1947, Biometrika 34: 28-35. */
  private static double degrees(Arm control, Arm variant) {
    double one = control.squaredError();
    double other = variant.squaredError();
    double sum = one + other;
    if (sum == 0 || control.count() < 2 || variant.count() < 2) {
      return Double.POSITIVE_INFINITY;
    }
    // By the parts, because the square of a large or small error is no number any more.
    double part = one / sum;
    double rest = other / sum;
    return 1 / (part * part / (control.count() - 1.0) + rest * rest / (variant.count() - 1.0));
  }

  /** A value of this scale as it is told: a logarithm becomes a relative lift. */
  double told(double value) {
    return scale == Scale.LOG_RATIO ? Math.expm1(value) : value;
  }
}
