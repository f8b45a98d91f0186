package io.vitrine.shop.forecast;

import java.util.Arrays;

/**
 * How much each weekday lies above or below the level, by classical additive decomposition:
 * distance from the centred mean of seven days, averaged by weekday, summing to zero (Makridakis,
 * Wheelwright, Hyndman 1998, Forecasting, section 3/4).
 */
final class Weekdays {

  private static final int HALF = DailySeries.WEEK / 2;

  private Weekdays() {}

  /** One number for each position in the week of the first day; at least two weeks of values. */
  static double[] of(double[] values) {
    double[] sums = new double[DailySeries.WEEK];
    int[] counts = new int[DailySeries.WEEK];
    for (int day = HALF; day < values.length - HALF; day++) {
      sums[day % DailySeries.WEEK] += values[day] - centredMean(values, day);
      counts[day % DailySeries.WEEK]++;
    }
    for (int phase = 0; phase < DailySeries.WEEK; phase++) {
      sums[phase] /= counts[phase];
    }
    double middle = Arrays.stream(sums).average().orElse(0);
    return Arrays.stream(sums).map(value -> value - middle).toArray();
  }

  private static double centredMean(double[] values, int day) {
    return Arrays.stream(values, day - HALF, day + HALF + 1).average().orElse(0);
  }
}
