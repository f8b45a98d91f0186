package io.vitrine.shop.forecast;

import java.util.stream.IntStream;

/** What a model expects, within what can be. */
final class Expectation {

  private static final int WEEKS = 8;
  private static final double SELDOM = 0.3;

  private Expectation() {}

  /**
   * Expected values. Never below zero where the history never is; nothing on a weekday that brought
   * nothing in the last eight weeks while other days seldom did (below 30 %, so that chance alone
   * makes such a weekday less than once in ten thousand times).
   */
  static double[] of(Model model, DailySeries history, int horizon) {
    double[] expected = model.forecast(history, horizon);
    boolean neverNegative = history.isNeverNegative();
    for (int ahead = 0; ahead < horizon; ahead++) {
      if (isRest(history, ahead)) {
        expected[ahead] = 0;
      }
      if (neverNegative) {
        expected[ahead] = Math.max(0, expected[ahead]);
      }
    }
    return expected;
  }

  private static boolean isRest(DailySeries history, int ahead) {
    int phase = (history.length() + ahead) % DailySeries.WEEK;
    int from = history.length() - WEEKS * DailySeries.WEEK;
    if (from < 0) {
      return false;
    }
    boolean always =
        recent(history, from)
            .filter(day -> day % DailySeries.WEEK == phase)
            .allMatch(day -> history.value(day) == 0);
    return always
        && recent(history, from)
                .filter(day -> day % DailySeries.WEEK != phase)
                .mapToDouble(day -> history.value(day) == 0 ? 1 : 0)
                .average()
                .orElse(1)
            < SELDOM;
  }

  private static IntStream recent(DailySeries history, int from) {
    return IntStream.range(from, history.length());
  }
}
