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
    return degrees > NORMAL_FROM
        ? normalUpper(probability)
        : TDistribution.of(degrees).inverseSurvivalProbability(probability);
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
