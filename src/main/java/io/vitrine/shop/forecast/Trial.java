package io.vitrine.shop.forecast;

import java.util.List;

/** What one model said on one day of the past about the days after it, and what came. */
final class Trial {

  /** Below this share of the mean a day is one on which the shop rests. */
  private static final double RESTING = 0.05;

  private final int origin;
  private final double level;
  private final double naiveError;
  private final double[] expected;
  private final double[] actual;

  /**
   * @param origin number of days that the model knew
   * @param level mean of those days
   * @param naiveError mean distance of those days from the same weekday before
   * @param expected value per day ahead
   * @param actual value per day ahead, NaN where it is missing
   */
  Trial(int origin, double level, double naiveError, double[] expected, double[] actual) {
    this.origin = origin;
    this.level = level;
    this.naiveError = naiveError;
    this.expected = expected.clone();
    this.actual = actual.clone();
  }

  int origin() {
    return origin;
  }

  int horizon() {
    return expected.length;
  }

  double level() {
    return level;
  }

  double naiveError() {
    return naiveError;
  }

  boolean isKnown(int ahead) {
    return !Double.isNaN(actual[ahead]);
  }

  /** Whether the shop was expected to be open; a closed day says nothing about errors. */
  boolean isOpen(int ahead) {
    return isKnown(ahead) && expected[ahead] > RESTING * level;
  }

  double actual(int ahead) {
    return actual[ahead];
  }

  double expected(int ahead) {
    return expected[ahead];
  }

  double error(int ahead) {
    return actual[ahead] - expected[ahead];
  }

  double width(int ahead) {
    return width(expected[ahead], level);
  }

  /** What the mean of several models would have said on the day on which each of them spoke. */
  static Trial mean(List<Trial> parts) {
    Trial first = parts.getFirst();
    double[] mean = new double[first.horizon()];
    for (Trial part : parts) {
      for (int ahead = 0; ahead < mean.length; ahead++) {
        mean[ahead] += part.expected[ahead] / parts.size();
      }
    }
    return new Trial(first.origin, first.level, first.naiveError, mean, first.actual);
  }

  /**
   * Error of the sum of all known days, relative to the expected sum; NaN where that is nothing.
   */
  double errorOfSum() {
    double sum = 0;
    double error = 0;
    for (int ahead = 0; ahead < expected.length; ahead++) {
      if (isKnown(ahead)) {
        sum += expected[ahead];
        error += error(ahead);
      }
    }
    return sum > 0 ? error / sum : Double.NaN;
  }

  /**
   * By what an error is divided before it is compared with those of other days: the scatter of a
   * count grows with the root of the count. Nothing for days on which the shop rests.
   */
  static double width(double expected, double level) {
    return expected > RESTING * level ? Math.sqrt(expected * level) : 0;
  }
}
