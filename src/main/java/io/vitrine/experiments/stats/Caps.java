package io.vitrine.experiments.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Caps against single huge orders. The cap is taken from the values of all arms together: one for
 * each arm would cut the better arm higher up and bias the effect.
 *
 * @param low values below become this
 * @param high values above become this
 */
public record Caps(double low, double high) {

  /**
   * Caps at two quantiles of all arms' values.
   *
   * @param low quantile from 0 on; 0 caps nothing below
   * @param high quantile up to 1; 1 caps nothing above
   * @param withoutZeros whether only values other than zero are ranked: where most visitors buy
   *     nothing, a quantile of all would be zero
   */
  public static Caps pooled(List<double[]> arms, double low, double high, boolean withoutZeros) {
    Unanswerable.unless(
        low >= 0 && low < high && high <= 1,
        "caps_out_of_range",
        "caps are quantiles from 0 to 1, the lower one first: " + low + ", " + high);
    double[] all =
        arms.stream()
            .flatMapToDouble(Arrays::stream)
            .filter(value -> !withoutZeros || value != 0)
            .sorted()
            .toArray();
    double below = low == 0 || all.length == 0 ? Double.NEGATIVE_INFINITY : at(all, low);
    double above = high == 1 || all.length == 0 ? Double.POSITIVE_INFINITY : at(all, high);
    return new Caps(below, above);
  }

  /** The values within the caps. */
  public double[] on(double[] values) {
    return Arrays.stream(values).map(value -> Math.clamp(value, low, high)).toArray();
  }

  /** Linear between neighbours, as is usual (type 7 of Hyndman and Fan 1996). */
  private static double at(double[] sorted, double quantile) {
    double rank = quantile * (sorted.length - 1);
    int below = (int) Math.floor(rank);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }
}
