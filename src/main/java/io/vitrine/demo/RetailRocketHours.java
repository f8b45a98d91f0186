package io.vitrine.demo;

/** When in the day (UTC) visitors come, and when they buy. */
final class RetailRocketHours {

  private static final double[] VISITS = {
    5.6, 5.7, 5.9, 6.0, 5.4, 4.2, 2.9, 1.9, 1.3, 1.0, 0.9, 1.1, 1.6, 2.3, 3.2, 4.2, 5.3, 6.1, 6.2,
    6.4, 6.5, 6.3, 5.9, 5.6
  };

  /** Readiness to buy: least at 12 h, most at 17 h. */
  private static final double[] BUYING = {
    0.97, 0.96, 0.98, 1.0, 0.98, 0.95, 0.92, 0.88, 0.86, 0.85, 0.85, 0.85, 0.3, 0.85, 0.95, 1.02,
    1.1, 1.5, 1.1, 1.05, 1.04, 1.05, 1.02, 1.0
  };

  private static final long HOUR = 3_600_000;
  private static final double[] ALL_VISITS = sums(false);
  private static final double[] ALL_ORDERS = sums(true);

  private RetailRocketHours() {}

  private static double[] sums(boolean orders) {
    double[] sums = new double[VISITS.length];
    double sum = 0;
    for (int hour = 0; hour < sums.length; hour++) {
      sum += VISITS[hour] * (orders ? BUYING[hour] : 1);
      sums[hour] = sum;
    }
    return sums;
  }

  /** A time of the day in milliseconds at which a visitor comes who buys nothing. */
  static long visit(Dice dice) {
    return time(ALL_VISITS, dice.unit(), dice);
  }

  /**
   * A time of the day in milliseconds for an order.
   *
   * @param place place of the order among all, 0 to 1; so each hour has its part to within one
   */
  static long order(double place, Dice dice) {
    return time(ALL_ORDERS, place, dice);
  }

  private static long time(double[] sums, double place, Dice dice) {
    double target = place * sums[sums.length - 1];
    int hour = 0;
    while (sums[hour] <= target) {
      hour++;
    }
    return hour * HOUR + dice.below((int) HOUR);
  }
}
