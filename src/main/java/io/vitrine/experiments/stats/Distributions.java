package io.vitrine.experiments.stats;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The one door to the library of distributions. */
final class Distributions {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** From here on Student's t is the normal within 1e-9 and the library loses digits. */
  private static final double NORMAL_FROM = 1e8;

  /** From here on the expansion of Student's quantile is near, and from there on exact. */
  private static final double EXPANDED_FROM = 20;

  private static final double EXACT_FROM = 1000;

  /** Standard errors up to which that holds. */
  private static final double EXPANDED_TO = 5;

  private static final int MOST_STEPS = 6;

  private Distributions() {}

  static double normalDensity(double z) {
    return NORMAL.density(z);
  }

  static double normalBelow(double z) {
    return NORMAL.cumulativeProbability(z);
  }

  static double normalAbove(double z) {
    return NORMAL.survivalProbability(z);
  }

  /** Value with the given probability below it. */
  static double normalQuantile(double probability) {
    return NORMAL.inverseCumulativeProbability(probability);
  }

  /** Value with the given probability above it; exact for small ones. */
  static double normalUpper(double probability) {
    return NORMAL.inverseSurvivalProbability(probability);
  }

  static double studentAbove(double t, double degrees) {
    return degrees > NORMAL_FROM
        ? normalAbove(t)
        : TDistribution.of(degrees).survivalProbability(t);
  }

  static double studentUpper(double probability, double degrees) {
    double z = normalUpper(probability);
    if (degrees > NORMAL_FROM) {
      return z;
    }
    TDistribution student = TDistribution.of(degrees);
    if (degrees < EXPANDED_FROM || Math.abs(z) > EXPANDED_TO) {
      return student.inverseSurvivalProbability(probability);
    }
    double near = expanded(z, degrees);
    return degrees < EXACT_FROM ? nearer(student, near, probability) : near;
  }

  /**
   * Cornish and Fisher's expansion of the quantile in one over the degrees of freedom (Abramowitz
   * and Stegun 1964, 26.7.5, and its next term).
   */
  private static double expanded(double z, double degrees) {
    double s = z * z;
    double first = (s + 1) / 4;
    double second = ((5 * s + 16) * s + 3) / 96;
    double third = (((3 * s + 19) * s + 17) * s - 15) / 384;
    double fourth = ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160;
    double fifth = (((((27 * s + 339) * s + 930) * s - 1782) * s - 765) * s + 17955) / 368640;
    double small = 1 / degrees;
    return z
        + z
            * small
            * (first + small * (second + small * (third + small * (fourth + small * fifth))));
  }

  /** Newton's steps from close by: two or three, where a search without a start takes thirty. */
  private static double nearer(TDistribution student, double near, double probability) {
    double at = near;
    for (int step = 0; step < MOST_STEPS; step++) {
      double move = (student.survivalProbability(at) - probability) / student.density(at);
      at += move;
      if (Math.abs(move) <= 1e-14 * Math.abs(at)) {
        break;
      }
    }
    return at;
  }

  static double chiSquareAbove(double statistic, double degrees) {
    return ChiSquaredDistribution.of(degrees).survivalProbability(statistic);
  }

  static BetaDistribution beta(double alpha, double beta) {
    return BetaDistribution.of(alpha, beta);
  }

  static BinomialDistribution binomial(int trials, double rate) {
    return BinomialDistribution.of(trials, rate);
  }

  static HypergeometricDistribution hypergeometric(int population, int marked, int drawn) {
    return HypergeometricDistribution.of(population, marked, drawn);
  }

  static double logGamma(double value) {
    return LogGamma.value(value);
  }
}
