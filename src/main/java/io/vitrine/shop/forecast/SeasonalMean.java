package io.vitrine.shop.forecast;

import java.util.stream.IntStream;

/** Each day will be as the same weekday was on average in the last eight weeks. */
final class SeasonalMean implements Model {

  private static final int WEEKS = 8;

  @Override
  public String name() {
    return "seasonal_mean";
  }

  @Override
  public int fewestDays() {
    return DailySeries.WEEK;
  }

  @Override
  public double[] forecast(DailySeries history, int horizon) {
    int weeks = Math.min(WEEKS, history.length() / DailySeries.WEEK);
    return IntStream.range(0, horizon).mapToDouble(ahead -> mean(history, ahead, weeks)).toArray();
  }

  private static double mean(DailySeries history, int ahead, int weeks) {
    int latest = history.length() - DailySeries.WEEK + ahead % DailySeries.WEEK;
    return IntStream.range(0, weeks)
        .mapToDouble(week -> history.value(latest - DailySeries.WEEK * week))
        .average()
        .orElse(0);
  }
}
