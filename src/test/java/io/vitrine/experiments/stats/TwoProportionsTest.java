package io.vitrine.experiments.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values by SciPy 1.10.1 and statsmodels 0.13.5, the call beside each. */
class TwoProportionsTest {

  private static final Proportion CONTROL = new Proportion(120, 2400);
  private static final Proportion VARIANT = new Proportion(156, 2380);
  private static final Proportion FEW = new Proportion(3, 50);
  private static final Proportion MORE = new Proportion(11, 50);

  /** statsmodels proportions_ztest([156, 120], [2380, 2400]). */
  @Test
  void pooledTest() {
    Effect effect = TwoProportions.pooled(CONTROL, VARIANT, Alternative.TWO_SIDED, 0.95);

    assertThat(effect.statistic()).isCloseTo(2.30398200495533, within(1e-12));
    assertThat(effect.pValue()).isCloseTo(0.0212236537562599, within(1e-13));
  }

  /** statsmodels test_proportions_2indep and confint_proportions_2indep, method='wald'. */
  @Test
  void unpooledTest() {
    Effect effect = TwoProportions.unpooled(CONTROL, VARIANT, Alternative.TWO_SIDED, 0.95);

    assertThat(effect.statistic()).isCloseTo(2.30404318165219, within(1e-12));
    assertThat(effect.pValue()).isCloseTo(0.0212202197143056, within(1e-13));
    assertThat(effect.interval().low()).isCloseTo(0.00232162765779283, within(1e-13));
    assertThat(effect.interval().high()).isCloseTo(0.0287708093169971, within(1e-13));
  }

  /** statsmodels confint_proportions_2indep(method='log', compare='ratio') less 1. */
  @Test
  void relativeLiftOnTheLogScale() {
    Interval lift = RelativeLift.of(VARIANT, CONTROL, 0.95).orElseThrow();

    assertThat(lift.low()).isCloseTo(0.0403945610276542, within(1e-12));
    assertThat(lift.high()).isCloseTo(0.651799007389513, within(1e-12));
  }

  /** scipy.stats.chi2_contingency([[120, 2280], [156, 2224]], correction=False and True). */
  @Test
  void chiSquareWithAndWithoutYates() {
    Effect plain = TwoProportions.chiSquare(CONTROL, VARIANT, false, 0.95);
    Effect yates = TwoProportions.chiSquare(CONTROL, VARIANT, true, 0.95);

    assertThat(plain.statistic()).isCloseTo(5.30833307915798, within(1e-11));
    assertThat(plain.pValue()).isCloseTo(0.02122365375626, within(1e-13));
    assertThat(yates.statistic()).isCloseTo(5.02643700706432, within(1e-11));
    assertThat(yates.pValue()).isCloseTo(0.0249632027901934, within(1e-13));
  }

  /** scipy.stats.fisher_exact([[120, 2280], [156, 2224]]) and ([[3, 47], [11, 39]]). */
  @Test
  void exactTest() {
    assertThat(exact(CONTROL, VARIANT, Alternative.TWO_SIDED))
        .isCloseTo(0.0218000087809029, within(1e-9));
    assertThat(exact(CONTROL, VARIANT, Alternative.GREATER))
        .isCloseTo(0.0124131691307983, within(1e-9));
    assertThat(exact(CONTROL, VARIANT, Alternative.LESS))
        .isCloseTo(0.991071549379289, within(1e-9));
    assertThat(exact(FEW, MORE, Alternative.TWO_SIDED)).isCloseTo(0.0407146849345352, within(1e-9));
    assertThat(exact(FEW, MORE, Alternative.GREATER)).isCloseTo(0.0203573424672676, within(1e-9));
  }

  @Test
  void equalTablesAreAsLikelyAsCanBe() {
    assertThat(exact(FEW, FEW, Alternative.TWO_SIDED)).isCloseTo(1, within(1e-12));
  }

  /**
   * scipy.stats.fisher_exact([[1, 0], [0, 1]]), ([[10, 0], [0, 10]]) and ([[0, 10], [0, 10]]): a
   * table has a chance also where neither arm varies.
   */
  @Test
  void tablesWithoutVarianceAreTestedExactly() {
    assertThat(exact(new Proportion(0, 1), new Proportion(1, 1), Alternative.TWO_SIDED))
        .isEqualTo(1);
    assertThat(exact(new Proportion(0, 10), new Proportion(10, 10), Alternative.TWO_SIDED))
        .isCloseTo(1.082508822446903e-05, within(1e-15));
    assertThat(exact(new Proportion(0, 10), new Proportion(0, 10), Alternative.TWO_SIDED))
        .isEqualTo(1);
  }

  /**
   * statsmodels proportions_ztest([10, 0], [10, 10]), scipy chi2_contingency([[10, 0], [0, 10]])
   * without and with Yates; confint_proportions_2indep(method='newcomb', compare='diff') of (10,
   * 10, 0, 10), (1, 1, 0, 1) and (5, 5, 5, 5).
   */
  @Test
  void allOfOneArmBesideNoneOfTheOther() {
    Proportion none = new Proportion(0, 10);
    Proportion all = new Proportion(10, 10);
    Effect pooled = TwoProportions.pooled(none, all, Alternative.TWO_SIDED, 0.95);

    assertThat(pooled.statistic()).isCloseTo(4.47213595499958, within(1e-13));
    assertThat(pooled.pValue()).isCloseTo(7.74421643104407e-06, within(1e-17));
    assertThat(TwoProportions.chiSquare(none, all, false, 0.95).pValue())
        .isCloseTo(7.744216431044088e-06, within(1e-17));
    assertThat(TwoProportions.chiSquare(none, all, true, 0.95).pValue())
        .isCloseTo(5.699411623331848e-05, within(1e-16));
    ends(pooled.interval(), 0.6075093504305241, 1);
    ends(difference(new Proportion(0, 1), new Proportion(1, 1)), -0.12210872068194178, 1);
    ends(
        difference(new Proportion(5, 5), new Proportion(5, 5)),
        -0.43448246478317476,
        0.43448246478317476);
  }

  private static Interval difference(Proportion control, Proportion variant) {
    return TwoProportions.difference(control, variant, Alternative.TWO_SIDED, 0.95);
  }

  private static void ends(Interval interval, double low, double high) {
    assertThat(interval.low()).isCloseTo(low, within(1e-12));
    assertThat(interval.high()).isCloseTo(high, within(1e-12));
  }

  /** statsmodels proportion_effectsize(156 / 2380, 120 / 2400). */
  @Test
  void cohensH() {
    assertThat(TwoProportions.cohensH(CONTROL.rate(), VARIANT.rate()))
        .isCloseTo(0.0667785459855864, within(1e-14));
  }

  /** statsmodels proportions_ztest(156, 2380, 0.05, prop_var=0.05), proportion_confint 'wilson'. */
  @Test
  void oneProportionBesideAKnownRate() {
    Effect effect = OneProportion.test(VARIANT, 0.05, Alternative.TWO_SIDED, 0.95);

    assertThat(effect.statistic()).isCloseTo(3.47989740935778, within(1e-12));
    assertThat(effect.pValue()).isCloseTo(0.000501605819771916, within(1e-15));
    assertThat(effect.interval().low()).isCloseTo(0.056286815951076, within(1e-13));
    assertThat(effect.interval().high()).isCloseTo(0.0762058284955659, within(1e-13));
  }

  /** scipy.stats.binomtest(156, 2380, 0.05), its 'greater', and binomtest(3, 40, 0.2), 'less'. */
  @Test
  void oneProportionExactly() {
    Proportion small = new Proportion(3, 40);

    assertThat(OneProportion.exact(VARIANT, 0.05, Alternative.TWO_SIDED))
        .isCloseTo(0.000822827225963638, within(1e-12));
    assertThat(OneProportion.exact(VARIANT, 0.05, Alternative.GREATER))
        .isCloseTo(0.000486016484071962, within(1e-12));
    assertThat(OneProportion.exact(small, 0.2, Alternative.TWO_SIDED))
        .isCloseTo(0.0478694633883931, within(1e-12));
    assertThat(OneProportion.exact(small, 0.2, Alternative.LESS))
        .isCloseTo(0.0284620944597446, within(1e-12));
  }

  private static double exact(Proportion control, Proportion variant, Alternative alternative) {
    return TwoProportions.exact(control, variant, alternative);
  }
}
