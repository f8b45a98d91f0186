package io.vitrine.shop.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * How well a model did in the backtest.
 *
 * @param model its name
 * @param mase mean absolute scaled error (Hyndman and Koehler 2006, International Journal of
 *     Forecasting 22: 679-688): absolute errors relative to the mean error of the seasonal naive
 *     forecast one week ahead within what was known; smaller is better
 * @param wape sum of absolute errors over the sum of absolute values; NaN where that is nothing
 * @param trials number of origins
 * @param weeks the same week by week ahead
 */
public record ModelScore(
    String model, double mase, double wape, int trials, List<WeekScore> weeks) {

  public ModelScore {
    weeks = List.copyOf(weeks);
  }

  /**
   * Errors of some days ahead.
   *
   * @param from first day ahead, from 1
   * @param to last day ahead
   */
  public record WeekScore(int from, int to, double mase, double wape) {}

  static ModelScore of(Model model, List<Trial> trials, int horizon) {
    List<WeekScore> weeks = new ArrayList<>();
    for (int from = 0; from < horizon; from += DailySeries.WEEK) {
      int start = from;
      int end = Math.min(horizon, from + DailySeries.WEEK);
      IntPredicate within = ahead -> ahead >= start && ahead < end;
      weeks.add(new WeekScore(start + 1, end, mase(trials, within), wape(trials, within)));
    }
    IntPredicate all = ahead -> true;
    return new ModelScore(model.name(), mase(trials, all), wape(trials, all), trials.size(), weeks);
  }

  private static double mase(List<Trial> trials, IntPredicate within) {
    double sum = 0;
    int count = 0;
    for (Trial trial : trials) {
      for (int ahead = 0; ahead < trial.horizon(); ahead++) {
        if (within.test(ahead) && trial.isKnown(ahead) && trial.naiveError() > 0) {
          sum += Math.abs(trial.error(ahead)) / trial.naiveError();
          count++;
        }
      }
    }
    return sum / count;
  }

  private static double wape(List<Trial> trials, IntPredicate within) {
    double errors = 0;
    double values = 0;
    for (Trial trial : trials) {
      for (int ahead = 0; ahead < trial.horizon(); ahead++) {
        if (within.test(ahead) && trial.isKnown(ahead)) {
          errors += Math.abs(trial.error(ahead));
          values += Math.abs(trial.actual(ahead));
        }
      }
    }
    return errors / values;
  }
}
