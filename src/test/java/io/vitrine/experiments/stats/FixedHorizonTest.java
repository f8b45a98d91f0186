package io.vitrine.experiments.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values by SciPy 1.10.1, statsmodels 0.13.5 and R 4.2.2, the call beside each. */
class FixedHorizonTest {

  private static final Sample CONTROL = new Sample(280, 11.6, 5.9);
  private static final Sample VARIANT = new Sample(310, 12.3, 4.1);

  /** scipy.stats.ttest_ind_from_stats(12.3, sqrt(4.1), 310, 11.6, sqrt(5.9), 280, False). */
  @Test
  void welchOfTwoMeans() {
    Effect effect = welch(Scale.ABSOLUTE, Alternative.TWO_SIDED);

    assertThat(effect.statistic()).isCloseTo(3.77979708085706, within(1e-12));
    assertThat(effect.pValue()).isCloseTo(0.000174269150040503, within(1e-14));
    assertThat(effect.degrees()).isCloseTo(545.212851207598, within(1e-9));
    assertThat(effect.interval().low()).isCloseTo(0.336216658789163, within(1e-12));
    assertThat(effect.interval().high()).isCloseTo(1.06378334121084, within(1e-12));
  }

  /** The same with alternative='greater'. */
  @Test
  void oneSidedIntervalsAreOpenOnTheOtherSide() {
    Effect greater = welch(Scale.ABSOLUTE, Alternative.GREATER);
    Effect less = welch(Scale.ABSOLUTE, Alternative.LESS);

    assertThat(greater.pValue()).isCloseTo(8.71345750202517e-05, within(1e-14));
    assertThat(greater.interval().low()).isCloseTo(0.394862651764875, within(1e-12));
    assertThat(greater.interval().high()).isInfinite();
    assertThat(less.pValue()).isCloseTo(1 - 8.71345750202517e-05, within(1e-12));
    assertThat(less.interval().low()).isInfinite();
  }

  /** The formula of the delta method with scipy.stats.t.ppf, degrees of freedom kept. */
  @Test
  void relativeLiftByTheDeltaMethod() {
    Effect effect = welch(Scale.RELATIVE, Alternative.TWO_SIDED);

    assertThat(effect.interval().estimate()).isCloseTo(0.0603448275862069, within(1e-14));
    assertThat(effect.standardError()).isCloseTo(0.0165636339247666, within(1e-14));
    assertThat(effect.interval().low()).isCloseTo(0.0278084742112572, within(1e-12));
    assertThat(effect.interval().high()).isCloseTo(0.0928811809611566, within(1e-12));
  }

  /** Refunds can make a mean negative: better is still up. */
  @Test
  void overANegativeMeanALiftKeepsTheSignOfTheDifference() {
    Sample losing = new Sample(100, -10, 4);
    Sample better = new Sample(100, -8, 4);

    assertThat(Estimate.of(losing, better, Scale.RELATIVE).value()).isCloseTo(0.2, within(1e-15));
  }

  /** Roots of (m_T - r m_C)^2 = z^2 (...) in R. */
  @Test
  void fiellersInterval() {
    Interval interval = RelativeLift.fieller(CONTROL, VARIANT, 0.95);

    assertThat(interval.low()).isCloseTo(0.0285028994279519, within(1e-12));
    assertThat(interval.high()).isCloseTo(0.0934632316797372, within(1e-12));
  }

  @Test
  void fiellersIntervalIsOpenWhereControlMayBeZero() {
    Interval interval = RelativeLift.fieller(new Sample(10, 0.1, 4), new Sample(10, 2, 4), 0.95);

    assertThat(interval.low()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(interval.high()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  /** One customer's orders depend on each other, so the unit of a ratio is the customer. */
  @Test
  void aRatioPerUnitIsWiderThanOneThatTakesOrdersForIndependent() {
    RatioSample clustered = new RatioSample(1000, 60, 2, 3600, 4, 115);
    double naive = 2000 * 900.0 / 2000 / 2000;

    assertThat(clustered.mean()).isEqualTo(30);
    // (3600 + 900 * 4 - 2 * 30 * 115) / 2^2 / 1000
    assertThat(clustered.squaredError()).isCloseTo(0.075, within(1e-15));
    assertThat(new RatioSample(1000, 60, 2, 3600, 4, 0).squaredError()).isGreaterThan(naive);
  }

  /** (estimate + margin) / error of the same Welch test; scipy.stats.t.sf. */
  @Test
  void notInferiorIsAOneSidedTestAgainstTheMargin() {
    Estimate same = Estimate.of(CONTROL, new Sample(310, 11.5, 4.1), Scale.ABSOLUTE);
    Effect effect = FixedHorizon.notInferior(same, 0.5, true, 0.95);

    double error = Math.sqrt(5.9 / 280 + 4.1 / 310);
    assertThat(effect.statistic()).isCloseTo(0.4 / error, within(1e-12));
    assertThat(effect.pValue()).isCloseTo(0.015608414918112892, within(1e-14));
    assertThat(effect.interval().low()).isGreaterThan(-0.5);
    assertThat(FixedHorizon.notInferior(same, 0.2, true, 0.95).interval().low()).isLessThan(-0.2);
    assertThat(FixedHorizon.notInferior(same, 0.2, false, 0.95).interval().high())
        .isGreaterThan(0.2);
  }

  private static Effect welch(Scale scale, Alternative alternative) {
    return FixedHorizon.student(Estimate.of(CONTROL, VARIANT, scale), alternative, 0.95);
  }
}
