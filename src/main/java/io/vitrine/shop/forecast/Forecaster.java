package io.vitrine.shop.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lets the models compete on the past of a series and continues it with the best of them. A model
 * that does not beat the seasonal naive forecast is not taken for one that does: the naive one
 * stands among them.
 */
public final class Forecaster {

  private static final Model LEVEL = new HoltWinters(false);
  private static final Model DAMPED = new HoltWinters(true);
  private static final Model THETA = new Theta();

  private static final List<Model> COMBINED = List.of(LEVEL, DAMPED, THETA);
  private static final List<Model> MODELS =
      List.of(
          new SeasonalNaive(), new SeasonalMean(), LEVEL, DAMPED, THETA, new CalendarRegression());

  private Forecaster() {}

  /** Days of history that a forecast so many days ahead needs, for its backtest to say anything. */
  public static int fewestDays(int horizon) {
    return Backtest.FIRST_ORIGIN + Backtest.STEP * (Backtest.FEWEST_TRIALS - 1) + horizon;
  }

  private record Contest(Model model, List<Trial> trials, ModelScore score) {}

  /**
   * Continues a series.
   *
   * @param series at least {@link #fewestDays} days; some of them may be missing
   * @param horizon days ahead, at least 1
   * @throws IllegalArgumentException if the series is too short
   */
  public static Forecast forecast(DailySeries series, int horizon) {
    if (horizon < 1 || series.length() < fewestDays(horizon)) {
      throw new IllegalArgumentException(
          horizon + " days ahead need " + fewestDays(horizon) + " days, not " + series.length());
    }
    Backtest backtest = new Backtest(series, horizon);
    List<Contest> contests = new ArrayList<>();
    MODELS.forEach(model -> contests.add(contest(model, backtest.trials(model), horizon)));
    contests.add(contest(new Combination(COMBINED), combined(contests), horizon));
    contests.sort(Comparator.comparingDouble(contest -> contest.score().mase()));
    return continued(series, horizon, contests);
  }

  /** The trials of the mean, without asking its parts again. */
  private static List<Trial> combined(List<Contest> contests) {
    List<List<Trial>> parts =
        contests.stream()
            .filter(contest -> COMBINED.contains(contest.model()))
            .map(Contest::trials)
            .toList();
    return IntStream.range(0, parts.getFirst().size())
        .mapToObj(number -> Trial.mean(parts.stream().map(part -> part.get(number)).toList()))
        .toList();
  }

  private static Contest contest(Model model, List<Trial> trials, int horizon) {
    return new Contest(model, trials, ModelScore.of(model, trials, horizon));
  }

  private static Forecast continued(DailySeries series, int horizon, List<Contest> contests) {
    Contest best = contests.getFirst();
    DailySeries filled = series.filled();
    double[] expected = Expectation.of(best.model(), filled, horizon);
    Bands bands = new Bands(best.trials(), filled.isNeverNegative());
    List<Forecast.Day> days = new ArrayList<>();
    double sum = 0;
    for (int ahead = 0; ahead < horizon; ahead++) {
      days.add(
          new Forecast.Day(
              series.day(series.length() + ahead),
              expected[ahead],
              bands.of(expected[ahead], filled.mean(), ahead, 0.80),
              bands.of(expected[ahead], filled.mean(), ahead, 0.95)));
      sum += expected[ahead];
    }
    return new Forecast(
        days,
        new Forecast.Total(
            sum, bands.ofSum(sum, 0.80).orElse(null), bands.ofSum(sum, 0.95).orElse(null)),
        best.model().name(),
        contests.stream().map(Contest::score).toList(),
        Coverage.measured(best.trials(), filled.isNeverNegative()),
        best.trials().size());
  }
}
