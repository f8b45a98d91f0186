package io.vitrine.experiments.stats;

import java.util.List;

/**
 * The effect within strata that were known before the experiment (such as device or country),
 * weighted by the strata's part of all units of both arms. It takes out what the strata explain,
 * and what chance put more of one stratum into one arm.
 */
public final class PostStratified {

  private PostStratified() {}

  /**
   * Both arms' units of one stratum.
   *
   * @param control its units, at least 2
   * @param variant its units, at least 2
   */
  public record Stratum(Sample control, Sample variant) {

    double units() {
      return (double) control.count() + variant.count();
    }

    double effect() {
      return variant.mean() - control.mean();
    }

    double squaredError() {
      return control.squaredError() + variant.squaredError();
    }
  }

  /**
   * Mean difference over the strata. Its squared error is the strata's, each by the square of its
   * weight, and what the weights vary by because the strata's sizes are themselves chance
   * (Miratrix, Sekhon, Yu 2013, JRSS B 75: 369-396; Xie and Aurisset 2016, KDD).
   *
   * @throws Unanswerable without strata, or when nothing varies
   */
  public static Estimate of(List<Stratum> strata) {
    Unanswerable.unless(!strata.isEmpty(), "no_strata", "there is no stratum to compare within");
    double units = strata.stream().mapToDouble(Stratum::units).sum();
    double effect = 0;
    double squares = 0;
    double error = 0;
    for (Stratum stratum : strata) {
      double weight = stratum.units() / units;
      effect += weight * stratum.effect();
      squares += weight * stratum.effect() * stratum.effect();
      error += weight * weight * stratum.squaredError();
    }
    double ofWeights = Math.max(0, squares - effect * effect) / units;
    return new Estimate(
        effect,
        Math.sqrt(error + ofWeights),
        Double.POSITIVE_INFINITY,
        (long) units,
        Scale.ABSOLUTE);
  }
}
