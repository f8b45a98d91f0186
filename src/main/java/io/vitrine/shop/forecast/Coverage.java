package io.vitrine.shop.forecast;

import java.util.List;

/**
 * How many days of the past lay within the intervals that would have been drawn for them then, from
 * the errors that were known then.
 *
 * @param of80 share within the 80 % interval; NaN when no day could be tried
 * @param of95 share within the 95 % interval
 * @param days number of days tried
 */
public record Coverage(double of80, double of95, int days) {

  static Coverage measured(List<Trial> trials, boolean neverNegative) {
    int days = 0;
    int within80 = 0;
    int within95 = 0;
    for (Trial trial : trials) {
      List<Trial> before =
          trials.stream()
              .filter(other -> other.origin() + other.horizon() <= trial.origin())
              .toList();
      if (before.size() < Backtest.FEWEST_TRIALS) {
        continue;
      }
      Bands bands = new Bands(before, neverNegative);
      for (int ahead = 0; ahead < trial.horizon(); ahead++) {
        if (trial.isOpen(ahead)) {
          days++;
          within80 += holds(bands, trial, ahead, 0.80);
          within95 += holds(bands, trial, ahead, 0.95);
        }
      }
    }
    return new Coverage((double) within80 / days, (double) within95 / days, days);
  }

  private static int holds(Bands bands, Trial trial, int ahead, double coverage) {
    Band band = bands.of(trial.expected(ahead), trial.level(), ahead, coverage);
    return band.holds(trial.actual(ahead)) ? 1 : 0;
  }
}
