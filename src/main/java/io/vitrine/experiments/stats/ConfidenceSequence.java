package io.vitrine.experiments.stats;

/**
 * Intervals and p values that hold at every look at once: whoever stops as soon as the interval
 * leaves zero is wrong with the level's chance at most (Waudby-Smith, Arbour, Sinha, Kennedy,
 * Ramdas 2021, arXiv 2103.06476, equations 9, 134 and 155). They are asymptotic: with a handful of
 * orders the normal approximation does not hold yet, so nothing is said before a burn-in.
 *
 * @param level such as 0.05
 * @param tuning units of both arms at which the interval is narrowest
 */
public record ConfidenceSequence(double level, double tuning) {

  public ConfidenceSequence {
    Unanswerable.between(level, 0, 0.5, "level");
    Unanswerable.between(tuning, 0, Double.MAX_VALUE, "tuning");
  }

  /** Interval, and the p value that goes with it. */
  public Effect test(Estimate estimate, Alternative alternative) {
    double statistic = estimate.value() / estimate.standardError();
    double reach = critical((double) estimate.units(), alternative) * estimate.standardError();
    return new Effect(
        FixedHorizon.interval(estimate, alternative, reach),
        estimate.standardError(),
        statistic,
        Double.POSITIVE_INFINITY,
        p(statistic, (double) estimate.units(), alternative));
  }

  /** How many standard errors the interval reaches with so many units in both arms. */
  public double critical(double units, Alternative alternative) {
    double information = units * squaredRho();
    double root = Math.sqrt(information + 1);
    double evidence =
        alternative == Alternative.TWO_SIDED
            ? Math.log(root / level)
            : Math.log1p(root / (2 * level));
    return Math.sqrt(2 * (information + 1) / information * evidence);
  }

  private double p(double statistic, double units, Alternative alternative) {
    double information = units * squaredRho();
    double root = Math.sqrt(information + 1);
    double exponent = information * statistic * statistic / (2 * (information + 1));
    return switch (alternative) {
      case TWO_SIDED -> Math.min(1, root * Math.exp(-exponent));
      case GREATER -> oneSided(statistic, root, exponent);
      case LESS -> oneSided(-statistic, root, exponent);
    };
  }

  private static double oneSided(double statistic, double root, double exponent) {
    return statistic <= 0 ? 1 : Math.min(1, root / (2 * Math.expm1(exponent)));
  }

  /** The parameter that makes the interval narrowest at the tuning (equation 161). */
  private double squaredRho() {
    double evidence = -2 * Math.log(level);
    return (evidence + Math.log1p(evidence)) / tuning;
  }
}
