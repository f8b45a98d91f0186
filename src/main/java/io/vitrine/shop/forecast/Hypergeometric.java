package io.vitrine.shop.forecast;

/** Gauss' hypergeometric function by its series. */
final class Hypergeometric {

  private static final int MOST_TERMS = 100_000;
  private static final double TOLERANCE = 1e-15;

  private Hypergeometric() {}

  /**
   * F(a, b; c; z) as the sum of its series (Abramowitz and Stegun 1964, 15.1.1).
   *
   * @param c not zero and no negative whole number
   * @param z from 0 to below 1
   */
  static double value(double a, double b, double c, double z) {
    double term = 1;
    double sum = 1;
    for (int n = 0; n < MOST_TERMS && Math.abs(term) > TOLERANCE * Math.abs(sum); n++) {
      term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
      sum += term;
    }
    return sum;
  }
}
