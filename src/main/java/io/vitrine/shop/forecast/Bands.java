package io.vitrine.shop.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Prediction intervals from the errors that were made, not from a theory about them: the ends are
 * the order statistics of the backtest's errors that a split conformal interval takes (Vovk,
 * Gammerman, Shafer 2005; Lei et al. 2018, Journal of the American Statistical Association 113:
 * 1094-1111), on each side for itself. Errors of up to three days nearer or further ahead count
 * alike, so that every weekday is among them.
 */
final class Bands {

  private static final int AROUND = 3;

  private final List<Trial> trials;
  private final boolean neverNegative;

  Bands(List<Trial> trials, boolean neverNegative) {
    this.trials = trials;
    this.neverNegative = neverNegative;
  }

  /**
   * The interval of a day.
   *
   * @param expected value
   * @param level mean of the history
   * @param ahead days ahead, from 0
   * @param coverage such as 0.8
   */
  Band of(double expected, double level, int ahead, double coverage) {
    double[] errors = errors(ahead);
    double width = Trial.width(expected, level);
    double tail = (1 - coverage) / 2;
    return bounded(
        expected + width * low(errors, tail), expected + width * high(errors, tail), expected);
  }

  /** The interval of the sum of all days; empty while there are too few trials for its tails. */
  Optional<Band> ofSum(double expected, double coverage) {
    double[] errors =
        trials.stream()
            .mapToDouble(Trial::errorOfSum)
            .filter(error -> !Double.isNaN(error))
            .sorted()
            .toArray();
    double tail = (1 - coverage) / 2;
    if (Math.ceil((errors.length + 1) * (1 - tail)) > errors.length) {
      return Optional.empty();
    }
    return Optional.of(
        bounded(expected * (1 + low(errors, tail)), expected * (1 + high(errors, tail)), expected));
  }

  private Band bounded(double low, double high, double expected) {
    double least = neverNegative ? Math.max(0, low) : low;
    return new Band(Math.min(least, expected), Math.max(high, expected));
  }

  private double[] errors(int ahead) {
    return trials.stream()
        .flatMapToDouble(
            trial ->
                IntStream.rangeClosed(ahead - AROUND, ahead + AROUND)
                    .filter(other -> other >= 0 && other < trial.horizon() && trial.isOpen(other))
                    .mapToDouble(other -> trial.error(other) / trial.width(other)))
        .sorted()
        .toArray();
  }

  private static double high(double[] sorted, double tail) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil((sorted.length + 1) * (1 - tail));
    return sorted[Math.min(rank, sorted.length) - 1];
  }

  private static double low(double[] sorted, double tail) {
    double[] mirrored = Arrays.stream(sorted).map(value -> -value).sorted().toArray();
    return -high(mirrored, tail);
  }
}
