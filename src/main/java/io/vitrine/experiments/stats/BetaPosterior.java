package io.vitrine.experiments.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What is believed of two rates after counting, from the same beta prior for both (Jeffreys: 1/2,
 * 1/2). Chances are integrals by the trapezoidal rule over the log odds, which converges
 * exponentially there; no draws.
 */
public final class BetaPosterior {

  /** Points over more than nine standard deviations to both sides. */
  private static final int POINTS = 400;

  /** Where the density has fallen by e to this power it is left out. */
  private static final double NEGLIGIBLE = 45;

  private static final int HALVINGS = 60;

  private final BetaDistribution control;
  private final BetaDistribution variant;

  private BetaPosterior(BetaDistribution control, BetaDistribution variant) {
    this.control = control;
    this.variant = variant;
  }

  /**
   * @param alpha of the prior, above 0; 0.5 for Jeffreys's
   * @param beta of the prior, above 0
   */
  public static BetaPosterior of(
      Proportion control, Proportion variant, double alpha, double beta) {
    Unanswerable.between(alpha, 0, Double.MAX_VALUE, "prior_alpha");
    Unanswerable.between(beta, 0, Double.MAX_VALUE, "prior_beta");
    return new BetaPosterior(after(control, alpha, beta), after(variant, alpha, beta));
  }

  private static BetaDistribution after(Proportion arm, double alpha, double beta) {
    return Distributions.beta(
        alpha + arm.successes(), beta + ((double) arm.trials() - arm.successes()));
  }

  /** Chance that the variant's rate is the greater. */
  public double chanceToWin() {
    return narrowIsVariant()
        ? over(variant, control::cumulativeProbability)
        : over(control, variant::survivalProbability);
  }

  /**
   * What is lost on average by taking the variant: the mean of control - variant where positive.
   */
  public double expectedLoss() {
    return loss(variant, control);
  }

  /** What is lost on average by staying with control. */
  public double expectedLossOfControl() {
    return loss(control, variant);
  }

  /** Mean difference of the rates and the interval that holds it with the given chance. */
  public Interval difference(double chance) {
    double tail = (1 - Unanswerable.between(chance, 0, 1, "confidence")) / 2;
    return new Interval(
        variant.getMean() - control.getMean(),
        solve(-1, 1, tail, this::differenceBelow),
        solve(-1, 1, 1 - tail, this::differenceBelow));
  }

  /** The same of variant over control, less one; the estimate is the ratio of the means. */
  public Interval lift(double chance) {
    double tail = (1 - Unanswerable.between(chance, 0, 1, "confidence")) / 2;
    return new Interval(
        variant.getMean() / control.getMean() - 1,
        Math.expm1(solve(-100, 100, tail, this::logRatioBelow)),
        Math.expm1(solve(-100, 100, 1 - tail, this::logRatioBelow)));
  }

  private double differenceBelow(double difference) {
    return narrowIsVariant()
        ? over(variant, rate -> control.survivalProbability(rate - difference))
        : over(control, rate -> variant.cumulativeProbability(rate + difference));
  }

  private double logRatioBelow(double logRatio) {
    double ratio = Math.exp(logRatio);
    return narrowIsVariant()
        ? over(variant, rate -> control.survivalProbability(rate / ratio))
        : over(control, rate -> variant.cumulativeProbability(rate * ratio));
  }

  /** Mean of (other - taken) where that is positive. */
  private static double loss(BetaDistribution taken, BetaDistribution other) {
    if (taken.getVariance() < other.getVariance()) {
      BetaDistribution above = raised(other);
      double mean = other.getMean();
      return over(
          taken,
          rate -> mean * above.survivalProbability(rate) - rate * other.survivalProbability(rate));
    }
    BetaDistribution below = raised(taken);
    double mean = taken.getMean();
    return over(
        other,
        rate ->
            rate * taken.cumulativeProbability(rate) - mean * below.cumulativeProbability(rate));
  }

  private static BetaDistribution raised(BetaDistribution distribution) {
    return Distributions.beta(distribution.getAlpha() + 1, distribution.getBeta());
  }

  private boolean narrowIsVariant() {
    return variant.getVariance() < control.getVariance();
  }

  /** Mean of a function of a rate. The narrower rate is the one to integrate over. */
  private static double over(BetaDistribution rate, DoubleUnaryOperator function) {
    double alpha = rate.getAlpha();
    double beta = rate.getBeta();
    double mode = Math.log(alpha / beta);
    double top = logDensity(mode, alpha, beta);
    double low = edge(mode, -1, top, alpha, beta);
    double high = edge(mode, 1, top, alpha, beta);
    double sum = 0;
    double weights = 0;
    for (int i = 0; i <= POINTS; i++) {
      double at = low + (high - low) * i / POINTS;
      double weight = Math.exp(logDensity(at, alpha, beta) - top);
      weights += weight;
      sum += weight * function.applyAsDouble(1 / (1 + Math.exp(-at)));
    }
    return sum / weights;
  }

  /** Of the log odds, without its constant. */
  private static double logDensity(double odds, double alpha, double beta) {
    return -alpha * Math.log1p(Math.exp(-odds)) - beta * Math.log1p(Math.exp(odds));
  }

  private static double edge(double mode, int side, double top, double alpha, double beta) {
    double reach = 1e-9;
    while (logDensity(mode + side * reach, alpha, beta) > top - NEGLIGIBLE && reach < 1e4) {
      reach *= 1.5;
    }
    return mode + side * reach;
  }

  private static double solve(double from, double to, double target, DoubleUnaryOperator rising) {
    double low = from;
    double high = to;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      boolean under = rising.applyAsDouble(middle) < target;
      low = under ? middle : low;
      high = under ? high : middle;
    }
    return (low + high) / 2;
  }
}
