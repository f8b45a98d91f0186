package io.vitrine.demo;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Things with weights, to draw from. */
final class Odds<T> {

  private final List<T> things;
  private final double[] sums;

  Odds(List<T> things, ToDoubleFunction<T> weight) {
    this.things = List.copyOf(things);
    this.sums = new double[things.size()];
    double sum = 0;
    for (int index = 0; index < sums.length; index++) {
      sum += weight.applyAsDouble(things.get(index));
      sums[index] = sum;
    }
  }

  T draw(Dice dice) {
    double target = dice.unit() * sums[sums.length - 1];
    int low = 0;
    int high = sums.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sums[middle] > target) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return things.get(low);
  }
}
