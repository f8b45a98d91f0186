package io.vitrine.experiments.stats;

/**
 * What is believed of an effect whose estimate is about normal, from a normal prior (Stucchio 2015,
 * Bayesian A/B Testing at VWO, for the loss).
 *
 * @param mean of the effect
 * @param deviation of the effect, above 0
 */
public record EffectPosterior(double mean, double deviation) {

  /** Beyond this many deviations the loss is none or the effect itself; so no overflow. */
  private static final double FAR = 37;

  /**
   * Precision-weighted mean of prior and estimate.
   *
   * @param priorMean on the estimate's scale
   * @param priorDeviation above 0; infinite for no prior
   */
  public static EffectPosterior of(Estimate estimate, double priorMean, double priorDeviation) {
    Unanswerable.unless(priorDeviation > 0, "prior_deviation", "the prior's deviation is above 0");
    double own = 1 / (estimate.standardError() * estimate.standardError());
    double prior = 1 / (priorDeviation * priorDeviation);
    return new EffectPosterior(
        (own * estimate.value() + prior * priorMean) / (own + prior), 1 / Math.sqrt(own + prior));
  }

  /** Chance that the effect is above zero. */
  public double chanceToWin() {
    return Distributions.normalBelow(mean / deviation);
  }

  /** What is lost on average by taking the variant: the mean of -effect where that is positive. */
  public double expectedLoss() {
    return loss(mean);
  }

  /** What is lost on average by staying with control. */
  public double expectedLossOfControl() {
    return loss(-mean);
  }

  private double loss(double gain) {
    double z = gain / deviation;
    if (Math.abs(z) > FAR) {
      return Math.max(0, -gain);
    }
    double loss = deviation * Distributions.normalDensity(z) - gain * Distributions.normalBelow(-z);
    return Math.max(0, loss);
  }

  /** The interval that holds the effect with the given chance. */
  public Interval interval(double chance) {
    double reach =
        deviation
            * Distributions.normalUpper((1 - Unanswerable.between(chance, 0, 1, "confidence")) / 2);
    return new Interval(mean, mean - reach, mean + reach);
  }
}
