package io.vitrine.experiments.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expected values by R 4.2.2 and statsmodels 0.13.5, the call beside each. */
class DesignTest {

  private static final Design RATE = rate(Alternative.TWO_SIDED);

  private static Design rate(Alternative alternative) {
    return new Design(0.05, OptionalDouble.empty(), 0.5, 0.05, alternative, Optional.empty());
  }

  private static Design mean(double share, Alternative alternative) {
    return new Design(10, OptionalDouble.of(9), share, 0.05, alternative, Optional.empty());
  }

  /** power.prop.test(n = 5000, p1 = .05, p2 = .06, strict = TRUE). */
  @Test
  void powerOfTwoRates() {
    assertThat(RATE.power(0.01, 10_000)).isCloseTo(0.592238290674724, within(1e-10));
  }

  /** power.prop.test(p1 = .05, p2 = .06, power = .8, strict = TRUE), and .9 one-sided. */
  @Test
  void unitsOfTwoRates() {
    assertThat(RATE.units(0.01, 0.8)).isCloseTo(2 * 8157.71156286003, within(1e-4));
    assertThat(rate(Alternative.GREATER).units(0.01, 0.9))
        .isCloseTo(2 * 8900.24402466945, within(1e-4));
  }

  /** power.prop.test(n = 5000, p1 = .05, power = .8, strict = TRUE). */
  @Test
  void smallestEffectOfTwoRates() {
    assertThat(RATE.smallestEffect(10_000, 0.8).orElseThrow())
        .isCloseTo(0.0629316442879558 - 0.05, within(1e-9));
  }

  /**
   * statsmodels NormalIndPower: power(0.5 / 3, 400, 0.05, ratio=1.5) and solve_power; qnorm() of R.
   */
  @Test
  void meansWithAnUnevenSplit() {
    assertThat(mean(0.6, Alternative.TWO_SIDED).power(0.5, 1000))
        .isCloseTo(0.733040043464389, within(1e-10));
    assertThat(mean(0.5, Alternative.TWO_SIDED).units(0.5, 0.8))
        .isCloseTo(2 * 565.117956135624, within(1e-5));
    assertThat(mean(0.5, Alternative.GREATER).smallestEffect(2000, 0.9).orElseThrow())
        .isCloseTo(
            (1.64485362695147 + 1.28155156554460) * 3 * Math.sqrt(2 / 1000.0), within(1e-10));
  }

  /** Only the critical value widens: the standard error is the same at every look. */
  @Test
  void lookingAllTheTimeCostsUnits() {
    ConfidenceSequence sequence = new ConfidenceSequence(0.05, 10_000);
    Design always =
        new Design(
            10, OptionalDouble.of(9), 0.5, 0.05, Alternative.TWO_SIDED, Optional.of(sequence));
    double error = Math.sqrt(4 * 9 / 10_000.0);
    double critical = sequence.critical(10_000, Alternative.TWO_SIDED);

    assertThat(always.power(0.2, 10_000))
        .isCloseTo(Distributions.normalAbove(critical - 0.2 / error), within(1e-9));
    assertThat(always.units(0.2, 0.8))
        .isGreaterThan(mean(0.5, Alternative.TWO_SIDED).units(0.2, 0.8));
  }

  /** cov() and var() of R over 40 units in two arms; t.test() of the adjusted values. */
  @Test
  void oneCoefficientForBothArms() {
    PairedSample control =
        new PairedSample(
            new Sample(20, 11.62065, 6.90930792368421),
            new Sample(20, 10.57165, 7.50631371315789),
            5.82406171315789);
    PairedSample variant =
        new PairedSample(
            new Sample(20, 12.1919, 8.04418230526316),
            new Sample(20, 9.9807, 6.83310074736842),
            5.07652344210526);
    List<AdjustedSample> adjusted = PairedSample.adjust(List.of(control, variant));
    Effect effect =
        FixedHorizon.student(
            Estimate.of(adjusted.getFirst(), adjusted.getLast(), Scale.ABSOLUTE),
            Alternative.TWO_SIDED,
            0.95);

    assertThat(PairedSample.coefficient(List.of(control, variant)))
        .isCloseTo(0.738329015398931, within(1e-12));
    assertThat(adjusted.getFirst().mean()).isCloseTo(11.402492234175, within(1e-11));
    assertThat(adjusted.getFirst().variance()).isCloseTo(2.40107522821742, within(1e-11));
    assertThat(adjusted.getLast().variance()).isCloseTo(4.27281959544910, within(1e-11));
    assertThat(effect.statistic()).isCloseTo(1.744209392483033, within(1e-11));
    assertThat(effect.pValue()).isCloseTo(0.0898432757961718, within(1e-11));
    assertThat(effect.interval().low()).isCloseTo(-0.164880600933616, within(1e-11));
  }

  /** What the shop sees is the measured mean, so a lift is relative to that. */
  @Test
  void anAdjustedLiftIsRelativeToTheMeasuredMean() {
    AdjustedSample control = new AdjustedSample(20, 11.4, 2.4, 12);
    AdjustedSample variant = new AdjustedSample(20, 12.6, 4.2, 11.9);

    assertThat(Estimate.of(control, variant, Scale.RELATIVE).value())
        .isCloseTo(1.2 / 12, within(1e-14));
  }

  /** numpy.quantile([1, 2, 2, 3, 5, 8, 13, 40, 100, 7], 0.9) = 46. */
  @Test
  void capsAreThoseOfAllArmsTogether() {
    double[] one = {1, 2, 2, 3, 5};
    double[] other = {8, 13, 40, 100, 7};
    Caps caps = Caps.pooled(List.of(one, other), 0, 0.9, false);

    assertThat(caps.high()).isCloseTo(46, within(1e-12));
    assertThat(caps).isEqualTo(Caps.pooled(List.of(other, one), 0, 0.9, false));
    assertThat(caps.on(other)).containsExactly(8, 13, 40, caps.high(), 7);
    assertThat(Caps.pooled(List.of(new double[9], new double[] {4}), 0, 0.5, true).high())
        .isEqualTo(4);
  }

  /**
   * Response times of an exponential distribution: the interval covers the true 95th percentile.
   */
  @Test
  void aQuantilesErrorCoversTheTruth() {
    long seed = 99;
    Random random = new Random(seed);
    int covered = 0;
    for (int run = 0; run < 400; run++) {
      QuantileSample sample = QuantileSample.of(exponential(random, 2000), 0.95);
      double reach = 1.96 * sample.standardError();
      covered += Math.abs(sample.value() + Math.log(0.05)) <= reach ? 1 : 0;
    }
    assertThat(covered).as("of 400, seed " + seed).isBetween(364, 394);
  }

  /** (high - low) / (2 z) sqrt(ranked / count * clustering), by hand. */
  @Test
  void aQuantilesErrorFromItsBounds() {
    QuantileSample sample = QuantileSample.ofBounds(4000, 7, 6.5, 7.4, 1000, 2);

    assertThat(sample.standardError())
        .isCloseTo(0.9 / (2 * 1.959963984540054) * Math.sqrt(0.5), within(1e-12));
  }

  private static double[] exponential(Random random, int count) {
    return random.doubles(count).map(chance -> -Math.log1p(-chance)).toArray();
  }
}
