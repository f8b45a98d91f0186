package io.vitrine.shop.forecast;

/** Each day will be as the same weekday last was: what every other model has to beat. */
final class SeasonalNaive implements Model {

  static final String NAME = "seasonal_naive";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int fewestDays() {
    return DailySeries.WEEK;
  }

  @Override
  public double[] forecast(DailySeries history, int horizon) {
    double[] expected = new double[horizon];
    for (int ahead = 0; ahead < horizon; ahead++) {
      expected[ahead] =
          history.value(history.length() - DailySeries.WEEK + ahead % DailySeries.WEEK);
    }
    return expected;
  }
}
