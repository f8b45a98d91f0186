package io.vitrine.experiments.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.experiments.stats.GroupSequential.Spending;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SequentialTest {

  /** The formulas of arXiv 2103.06476 evaluated with Python's math, n 4780, N* 5000, z 3.1. */
  @Test
  void alwaysValidIntervalAndItsPValue() {
    Estimate estimate = new Estimate(3.1, 1, 1e9, 4780, Scale.ABSOLUTE);
    Effect effect = new ConfidenceSequence(0.05, 5000).test(estimate, Alternative.TWO_SIDED);

    assertThat(effect.interval().high() - 3.1).isCloseTo(3.03559352879645, within(1e-12));
    assertThat(effect.pValue()).isCloseTo(0.0419906524565918, within(1e-13));
  }

  /** A p value of exactly the level is where the interval touches zero, on each side. */
  @Test
  void theIntervalLeavesZeroWhereThePValueReachesTheLevel() {
    ConfidenceSequence sequence = new ConfidenceSequence(0.05, 5000);
    for (Alternative alternative : Alternative.values()) {
      double edge =
          sequence.critical(3000, alternative) * (alternative == Alternative.LESS ? -1 : 1);
      Estimate estimate = new Estimate(edge, 1, 1e9, 3000, Scale.ABSOLUTE);

      assertThat(sequence.test(estimate, alternative).pValue()).isCloseTo(0.05, within(1e-12));
    }
  }

  /**
   * The mixture sequential probability ratio test (Johari, Pekelis, Walsh 2015, arXiv 1512.04922)
   * is this interval under another parameter: scipy.integrate.quad over the normal mixture of
   * likelihoods, variances 1 and 1.3, 6,000 units, planned for 10,000, the mixture's variance z^2
   * (1 + 1.3) / 10,000. It is that of a tuning to 4.13 times the planned units.
   */
  @Test
  void theMixtureTestIsTheSameInterval() {
    ConfidenceSequence sequence = new ConfidenceSequence(0.05, 41318.441624234576);
    Estimate estimate = new Estimate(3.3, 1, 1e9, 6000, Scale.ABSOLUTE);

    assertThat(sequence.test(estimate, Alternative.TWO_SIDED).pValue())
        .isCloseTo(0.07949910616526944, within(1e-10));
    assertThat(sequence.critical(6000, Alternative.TWO_SIDED))
        .isCloseTo(3.552775544838448, within(1e-10));
  }

  @Test
  void itIsNarrowestWhereItWasTuned() {
    double tuned = new ConfidenceSequence(0.05, 10_000).critical(10_000, Alternative.TWO_SIDED);

    assertThat(new ConfidenceSequence(0.05, 1_000).critical(10_000, Alternative.TWO_SIDED))
        .isGreaterThan(tuned);
    assertThat(new ConfidenceSequence(0.05, 100_000).critical(10_000, Alternative.TWO_SIDED))
        .isGreaterThan(tuned);
  }

  /** Looking at each of 40 looks, 1,000 times: the plain test is wrong in far more than a 20th. */
  @Test
  void peekingKeepsTheLevel() {
    long seed = 41;
    Random random = new Random(seed);
    ConfidenceSequence sequence = new ConfidenceSequence(0.05, 4000);
    int always = 0;
    int plain = 0;
    for (int run = 0; run < 1000; run++) {
      double sum = 0;
      boolean left = false;
      boolean peeked = false;
      for (int look = 1; look <= 40; look++) {
        sum += Math.sqrt(100) * random.nextGaussian();
        Estimate estimate =
            new Estimate(
                sum / (look * 100), 1 / Math.sqrt(look * 100), 1e9, look * 100L, Scale.ABSOLUTE);
        left |= sequence.test(estimate, Alternative.TWO_SIDED).interval().excludes(0);
        peeked |= FixedHorizon.normal(estimate, Alternative.TWO_SIDED, 0.95).stands(0.05);
      }
      always += left ? 1 : 0;
      plain += peeked ? 1 : 0;
    }
    assertThat(always).as("false alarms of 1000, seed " + seed).isLessThanOrEqualTo(50);
    assertThat(plain).as("false alarms of 1000, seed " + seed).isGreaterThan(200);
  }

  /**
   * Five equal looks, two-sided 5 %, spending of the O'Brien-Fleming kind: 4.877, 3.357, 2.680,
   * 2.290, 2.031 (DeMets and Lan 1994, Statistics in Medicine 13: 1341-1352, table II).
   */
  @Test
  void publishedBoundsOfFiveLooks() {
    assertThat(bounds(0.05, Spending.OBRIEN_FLEMING, 0.2, 0.4, 0.6, 0.8, 1))
        .containsExactly(new double[] {4.877, 3.357, 2.680, 2.290, 2.031}, within(0.0006));
  }

  /** Another quadrature (Gauss-Legendre, 1,500 points) with SciPy 1.10.1. */
  @Test
  void boundsOfASquareSpending() {
    assertThat(bounds(0.05, Spending.POWER, 0.2, 0.4, 0.6, 0.8, 1))
        .containsExactly(
            new double[] {
              3.09023230616781,
              2.71411157553074,
              2.47277720191363,
              2.27986326931595,
              2.11402742304781
            },
            within(1e-7));
    assertThat(bounds(0.01, Spending.POWER, 0.1, 0.15, 0.5, 0.9))
        .containsExactly(
            new double[] {3.89059188641309, 3.79310284557805, 3.0480294697738, 2.72447341099862},
            within(1e-7));
  }

  @Test
  void oneLookAtTheEndIsThePlainTest() {
    assertThat(bounds(0.05, Spending.OBRIEN_FLEMING, 1)[0])
        .isCloseTo(1.959963984540054, within(1e-9));
  }

  @Test
  void refusesLooksThatDoNotRise() {
    assertThatThrownBy(() -> bounds(0.05, Spending.POWER, 0.5, 0.5)).hasMessageContaining("0.5");
    assertThatThrownBy(() -> bounds(0.05, Spending.POWER, 0.5, 1.1)).hasMessageContaining("1.1");
  }

  private static double[] bounds(double level, Spending spending, double... shares) {
    return GroupSequential.bounds(shares, level, spending);
  }
}
