package io.vitrine.shop.forecast;

import java.util.Arrays;

/**
 * Exponential smoothing of level, damped trend and weekdays, additive (Hyndman and Athanasopoulos
 * 2021, Forecasting: Principles and Practice, section 8.3); without the trend it smooths level and
 * weekdays alone. The weights make the squared error one day ahead smallest.
 */
final class HoltWinters implements Model {

  private static final int MOST_TRIALS = 160;
  private static final double TOLERANCE = 1e-6;

  private final boolean trended;

  HoltWinters(boolean trended) {
    this.trended = trended;
  }

  /**
   * Weights of the smoothing.
   *
   * @param level of the newest day in the level, 0 to 1
   * @param trend of the newest step in the trend, 0 to 1
   * @param season of the newest day in its weekday, 0 to 1
   * @param damping of the trend from day to day, 0 to 1
   */
  record Weights(double level, double trend, double season, double damping) {}

  /** Level, trend and weekdays at some time; the first weekday is that of the next day. */
  static final class State {

    private double level;
    private double trend;
    private final double[] season;
    private int next;
    private double squares;

    State(double level, double trend, double... season) {
      this.level = level;
      this.trend = trend;
      this.season = season.clone();
    }

    private double expected(int ahead, double steps) {
      return level + steps * trend + season[(next + ahead) % DailySeries.WEEK];
    }

    void see(double value, Weights weights) {
      double damped = weights.damping() * trend;
      double error = value - expected(0, weights.damping());
      double before = level + damped;
      double seasonal = season[next];
      double risen = weights.level() * (value - seasonal) + (1 - weights.level()) * before;
      trend = weights.trend() * (risen - level) + (1 - weights.trend()) * damped;
      season[next] = weights.season() * (value - before) + (1 - weights.season()) * seasonal;
      level = risen;
      next = (next + 1) % DailySeries.WEEK;
      squares += error * error;
    }

    double[] forecast(Weights weights, int horizon) {
      double[] expected = new double[horizon];
      double steps = 0;
      double damping = 1;
      for (int ahead = 0; ahead < horizon; ahead++) {
        damping *= weights.damping();
        steps += damping;
        expected[ahead] = expected(ahead, steps);
      }
      return expected;
    }
  }

  @Override
  public String name() {
    return trended ? "holt_winters_damped" : "holt_winters_level";
  }

  @Override
  public int fewestDays() {
    return 3 * DailySeries.WEEK;
  }

  @Override
  public double[] forecast(DailySeries history, int horizon) {
    double[] values = history.toArray();
    Weights weights = fitted(values);
    return run(values, weights).forecast(weights, horizon);
  }

  private Weights fitted(double[] values) {
    double[] start = trended ? new double[] {-1.5, -3, -2, 2} : new double[] {-1.5, -2};
    NelderMead search =
        new NelderMead(point -> run(values, weights(point)).squares, MOST_TRIALS, TOLERANCE);
    return weights(search.minimum(start, 1));
  }

  /** Any numbers as weights: between 0 and 1, the damping between 0.8 and 0.99. */
  private Weights weights(double[] point) {
    return trended
        ? new Weights(
            logistic(point[0]),
            logistic(point[1]),
            logistic(point[2]),
            0.8 + 0.19 * logistic(point[3]))
        : new Weights(logistic(point[0]), 0, logistic(point[1]), 0);
  }

  private static double logistic(double any) {
    return 1 / (1 + Math.exp(-any));
  }

  private State run(double[] values, Weights weights) {
    State state = beginning(values);
    for (double value : values) {
      state.see(value, weights);
    }
    return state;
  }

  /** Level of the first week, its step to the second, and the weekdays of the first eight weeks. */
  private State beginning(double[] values) {
    double first = mean(values, 0);
    double trend = trended ? (mean(values, DailySeries.WEEK) - first) / DailySeries.WEEK : 0;
    int known = Math.min(values.length, 8 * DailySeries.WEEK);
    return new State(first, trend, Weekdays.of(Arrays.copyOf(values, known)));
  }

  private static double mean(double[] values, int from) {
    return Arrays.stream(values, from, from + DailySeries.WEEK).average().orElse(0);
  }
}
