package io.vitrine.shop.forecast;

import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * What an order of a buyer is worth: the gamma-gamma model (Fader, Hardie 2013, note 025, The
 * Gamma-Gamma Model of Monetary Value). A buyer's orders scatter by a gamma distribution about the
 * buyer's own mean, and the means by an inverse gamma distribution; how much a buyer spends is
 * taken to be independent of how often.
 *
 * @param p shape of a buyer's orders
 * @param q shape of the buyers' scales
 * @param gamma scale of the buyers' scales, in money
 */
public record OrderValue(double p, double q, double gamma) {

  private static final int MOST_TRIALS = 2_000;
  private static final double TOLERANCE = 1e-12;
  private static final double REACH = 12;

  /**
   * The parameters that make the amounts likeliest; groups without a positive mean say nothing. All
   * orders count, the first included.
   *
   * @param groups at least two with different means
   */
  public static OrderValue fitted(List<BuyerGroup> groups) {
    List<BuyerGroup> paying = groups.stream().filter(group -> group.meanValue() > 0).toList();
    double buyers = paying.stream().mapToDouble(BuyerGroup::buyers).sum();
    double mean =
        paying.stream().mapToDouble(group -> group.buyers() * group.meanValue()).sum() / buyers;
    NelderMead search =
        new NelderMead(
            point -> -of(point, mean).likelihood(paying) / buyers, MOST_TRIALS, TOLERANCE);
    return of(search.minimum(new double[] {1, 1, 0}, 0.5), mean);
  }

  /**
   * The scale is searched in units of the mean amount; q stays above one, for the mean to exist.
   */
  private static OrderValue of(double[] logarithms, double mean) {
    return new OrderValue(
        bounded(logarithms[0]), 1 + bounded(logarithms[1]), mean * bounded(logarithms[2]));
  }

  private static double bounded(double logarithm) {
    return Math.exp(Math.clamp(logarithm, -REACH, REACH));
  }

  double likelihood(List<BuyerGroup> groups) {
    return groups.stream()
        .mapToDouble(group -> group.buyers() * likelihood(group.repeats() + 1.0, group.meanValue()))
        .sum();
  }

  /** Logarithm of the density of a mean of so many orders (their equation 1a). */
  private double likelihood(double orders, double mean) {
    double shape = p * orders;
    return LogGamma.value(shape + q)
        - LogGamma.value(shape)
        - LogGamma.value(q)
        + q * Math.log(gamma)
        + (shape - 1) * Math.log(mean)
        + shape * Math.log(orders)
        - (shape + q) * Math.log(gamma + orders * mean);
  }

  /**
   * Expected amount of a further order of somebody with so many orders of that mean: between the
   * mean of all and their own (equation 5). Without a known mean it is the mean of all.
   */
  public double expected(int orders, double mean) {
    if (orders == 0 || Double.isNaN(mean)) {
      return p * gamma / (q - 1);
    }
    return p * (gamma + orders * Math.max(0, mean)) / (p * orders + q - 1);
  }
}
