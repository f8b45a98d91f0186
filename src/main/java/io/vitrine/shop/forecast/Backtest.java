package io.vitrine.shop.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every model from many days of the past, each time with no more than was known then (rolling
 * origin: Tashman 2000, International Journal of Forecasting 16: 437-450). Origins are five days
 * apart, so that each horizon meets every weekday.
 */
final class Backtest {

  /** Days that the first of the trials knows. */
  static final int FIRST_ORIGIN = 42;

  static final int STEP = 5;
  static final int FEWEST_TRIALS = 8;
  private static final int MOST_TRIALS = 50;

  private final DailySeries known;
  private final DailySeries filled;
  private final int horizon;

  Backtest(DailySeries known, int horizon) {
    this.known = known;
    this.filled = known.filled();
    this.horizon = horizon;
  }

  /** Trials of a model, oldest first; only of days on which it has enough to go by. */
  List<Trial> trials(Model model) {
    return origins()
        .filter(origin -> origin >= model.fewestDays())
        .mapToObj(origin -> trial(model, origin))
        .toList();
  }

  private IntStream origins() {
    int last = known.length() - horizon;
    int count = Math.min(MOST_TRIALS, (last - FIRST_ORIGIN) / STEP + 1);
    return IntStream.range(0, count).map(number -> last - STEP * (count - 1 - number));
  }

  private Trial trial(Model model, int origin) {
    DailySeries history = filled.until(origin);
    double[] actual = Arrays.copyOfRange(known.toArray(), origin, origin + horizon);
    double[] expected = Expectation.of(model, history, horizon);
    return new Trial(origin, history.mean(), naiveError(history), expected, actual);
  }

  /** Mean absolute difference to the week before: the unit of MASE. */
  private static double naiveError(DailySeries history) {
    return IntStream.range(DailySeries.WEEK, history.length())
        .mapToDouble(day -> Math.abs(history.value(day) - history.value(day - DailySeries.WEEK)))
        .average()
        .orElse(0);
  }
}
