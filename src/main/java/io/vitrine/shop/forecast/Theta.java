package io.vitrine.shop.forecast;

/**
 * The theta method with two lines: simple exponential smoothing with half the slope of the straight
 * line through the history as its drift (Assimakopoulos and Nikolopoulos 2000, International
 * Journal of Forecasting 16: 521-530; the form of Hyndman and Billah 2003, ibid. 19: 287-290), on
 * values without the weekdays, which are added again.
 */
final class Theta implements Model {

  private static final int MOST_TRIALS = 60;
  private static final double TOLERANCE = 1e-10;

  @Override
  public String name() {
    return "theta";
  }

  @Override
  public int fewestDays() {
    return 3 * DailySeries.WEEK;
  }

  @Override
  public double[] forecast(DailySeries history, int horizon) {
    double[] values = history.toArray();
    double[] weekdays = Weekdays.of(values);
    for (int day = 0; day < values.length; day++) {
      values[day] -= weekdays[day % DailySeries.WEEK];
    }
    double weight = weight(values);
    double level = smoothed(values, weight)[0];
    double drift = slope(values) / 2;
    double settled = (1 - Math.pow(1 - weight, values.length)) / weight;
    double[] expected = new double[horizon];
    for (int ahead = 0; ahead < horizon; ahead++) {
      expected[ahead] =
          level + drift * (ahead + settled) + weekdays[(values.length + ahead) % DailySeries.WEEK];
    }
    return expected;
  }

  private static double weight(double[] values) {
    NelderMead search =
        new NelderMead(point -> smoothed(values, weightOf(point[0]))[1], MOST_TRIALS, TOLERANCE);
    return weightOf(search.minimum(new double[] {-1}, 1)[0]);
  }

  private static double weightOf(double any) {
    return 0.0001 + 0.9998 / (1 + Math.exp(-any));
  }

  /** The last level, and the squared errors of one day ahead; it begins at the first value. */
  private static double[] smoothed(double[] values, double weight) {
    double level = values[0];
    double squares = 0;
    for (double value : values) {
      double error = value - level;
      squares += error * error;
      level += weight * error;
    }
    return new double[] {level, squares};
  }

  /** Slope of the least-squares line. */
  private static double slope(double[] values) {
    double middle = (values.length - 1) / 2.0;
    double product = 0;
    double squares = 0;
    for (int day = 0; day < values.length; day++) {
      product += (day - middle) * values[day];
      squares += (day - middle) * (day - middle);
    }
    return product / squares;
  }
}
