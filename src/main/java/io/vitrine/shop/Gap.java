package io.vitrine.shop;

import io.vitrine.experiments.stats.Proportion;
import io.vitrine.experiments.stats.RateChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part of the shop, or the shop now, whose rate is set beside that of the rest, or of before.
 *
 * @param row of the answer that it was read from
 * @param own successes of trials of the part
 * @param other the same of what it is compared with
 */
record Gap(int row, Proportion own, Proportion other) {

  /** The most false ones expected among those that are reported. */
  private static final double FALSE_SHARE = 0.05;

  private static final double NORMAL_95 = 1.959963984540054;

  /** How much lower the part's rate is. */
  double difference() {
    return other.rate() - own.rate();
  }

  /** Trials of the part times the difference: what it would bring at the other's rate. */
  Recommendation.Effect effect(double valueOfSuccess, Recommendation.Method method) {
    double reach = reach();
    double each = own.trials() * valueOfSuccess;
    return new Recommendation.Effect(
        each * difference(), each * (difference() - reach), each * (difference() + reach), method);
  }

  /** Half the width of the difference's 95 % interval. */
  private double reach() {
    return NORMAL_95
        * Math.sqrt(
            own.rate() * (1 - own.rate()) / own.trials()
                + other.rate() * (1 - other.rate()) / other.trials());
  }

  /**
   * Those whose rate is lower by more than chance: two-proportion tests, corrected for their number
   * by Benjamini and Hochberg (1995, Journal of the Royal Statistical Society B 57: 289-300). The
   * interval that is shown may not hold zero either: it does not pool the rates as the test does.
   */
  static List<Gap> lower(List<Gap> all) {
    List<Gap> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingDouble(Gap::pValue));
    int kept = 0;
    for (int rank = 1; rank <= sorted.size(); rank++) {
      if (sorted.get(rank - 1).pValue() <= FALSE_SHARE * rank / sorted.size()) {
        kept = rank;
      }
    }
    return sorted.subList(0, kept).stream().filter(gap -> gap.difference() > gap.reach()).toList();
  }

  private double pValue() {
    return RateChange.pValue(own, other);
  }
}
