package io.vitrine.experiments.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleRatioTest {

  /** scipy.stats.chisquare 1.10.1. */
  @Test
  void chiSquareOfCountsAgainstShares() {
    assertThat(p(new long[] {821588, 815482}, 1, 1)).isCloseTo(1.82179287261919e-06, within(1e-15));
    assertThat(p(new long[] {10120, 9873, 10007}, 1, 1, 1))
        .isCloseTo(0.216773987602181, within(1e-12));
  }

  /** scipy.stats.chisquare([5000, 5250]): an arm that takes no part has no degree of freedom. */
  @Test
  void anArmWithoutAShareDoesNotCount() {
    assertThat(p(new long[] {5000, 5250, 0}, 0.5, 0.5, 0))
        .isCloseTo(0.0135368593462435, within(1e-13))
        .isEqualTo(p(new long[] {5000, 5250}, 0.5, 0.5));
  }

  /** The closed form with scipy.special.gammaln. */
  @Test
  void theBayesFactorOfAnUnevenSplit() {
    assertThat(SampleRatio.always(new long[] {5000, 5250}, new double[] {1, 1}, 100))
        .isCloseTo(0.497754867485112, within(1e-9));
    assertThat(SampleRatio.always(new long[] {5000, 5600}, new double[] {1, 1}, 100))
        .isCloseTo(5.07412890766777e-07, within(1e-14));
    assertThat(SampleRatio.always(new long[] {900, 1000, 1200}, new double[] {30, 35, 35}, 50))
        .isCloseTo(0.00410599771685165, within(1e-10));
  }

  /** 60 looks at a right split, 1,000 times: chi-square raises alarms, this one keeps its level. */
  @Test
  void lookingEveryDayKeepsTheLevel() {
    long seed = 20_261_122;
    Random random = new Random(seed);
    int always = 0;
    int atOneLook = 0;
    for (int run = 0; run < 1000; run++) {
      long[] counts = new long[2];
      boolean alarmed = false;
      boolean peeked = false;
      for (int look = 0; look < 60; look++) {
        long first = Math.round(100 + Math.sqrt(50) * random.nextGaussian());
        counts[0] += first;
        counts[1] += 200 - first;
        alarmed |= SampleRatio.always(counts, new double[] {1, 1}, 100) <= 0.01;
        peeked |= p(counts, 1, 1) <= 0.01;
      }
      always += alarmed ? 1 : 0;
      atOneLook += peeked ? 1 : 0;
    }
    assertThat(always).as("alarms of 1000, seed " + seed).isLessThanOrEqualTo(10);
    assertThat(atOneLook).as("alarms of 1000, seed " + seed).isGreaterThan(50);
  }

  private static double p(long[] counts, double... shares) {
    return SampleRatio.pValue(counts, shares);
  }
}
