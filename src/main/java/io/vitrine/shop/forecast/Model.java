package io.vitrine.shop.forecast;

/** A way to continue a series. Its days are all known: see {@link DailySeries#filled}. */
interface Model {

  /** Stable name in the API, in snake case. */
  String name();

  /** Days of history without which it cannot say anything. */
  int fewestDays();

  /**
   * The expected values of the days after the history.
   *
   * @param history at least {@link #fewestDays} days, none missing
   * @param horizon number of days, at least 1
   */
  double[] forecast(DailySeries history, int horizon);
}
