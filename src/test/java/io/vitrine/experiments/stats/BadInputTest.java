package io.vitrine.experiments.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Whatever comes in, a right answer or a refusal comes out that names the value. */
class BadInputTest {

  private static final Proportion NONE = new Proportion(0, 100);
  private static final Proportion ALL = new Proportion(100, 100);
  private static final Proportion EMPTY = new Proportion(0, 0);
  private static final Proportion SOME = new Proportion(20, 100);

  @Test
  void refusesArmsThatCannotBe() {
    refused("11 of 10", () -> new Proportion(11, 10));
    refused("-1 of 10", () -> new Proportion(-1, 10));
    refused("not -1.0", () -> new Sample(10, 1, -1));
    refused("NaN", () -> new Sample(10, Double.NaN, 1));
    refused("NaN", () -> new Sample(10, 1, Double.NaN));
    refused("not 1", () -> new Sample(1, 1, 1));
    refused("sum of squares 4.0", () -> Sample.ofSums(10, 10, 4));
    refused("not 0", () -> new RatioSample(10, 1, 0, 1, 1, 0));
    refused("covariance", () -> new RatioSample(10, 1, 1, 1, 1, 2));
    refused("apart", () -> QuantileSample.ofBounds(10, 5, 5, 5, 10, 1));
    refused("between its bounds", () -> QuantileSample.ofBounds(10, 9, 4, 5, 10, 1));
  }

  @Test
  void refusesTestsWithoutUnitsOrVariance() {
    refused("no units", () -> Estimate.of(EMPTY, SOME, Scale.ABSOLUTE));
    refused("do not vary", () -> Estimate.of(NONE, NONE, Scale.ABSOLUTE));
    refused("do not vary", () -> Estimate.of(ALL, ALL, Scale.ABSOLUTE));
    refused("other than 0", () -> Estimate.of(NONE, SOME, Scale.RELATIVE));
    refused("above 0", () -> Estimate.of(NONE, SOME, Scale.LOG_RATIO));
    refused("no units", () -> TwoProportions.exact(EMPTY, EMPTY, Alternative.TWO_SIDED));
    refused(
        "10000000",
        () -> TwoProportions.exact(new Proportion(1, 20_000_000), SOME, Alternative.LESS));
  }

  @Test
  void refusesLevelsAndPlansThatCannotBe() {
    Estimate estimate = Estimate.of(NONE, SOME, Scale.ABSOLUTE);
    refused("not 1.0", () -> FixedHorizon.student(estimate, Alternative.TWO_SIDED, 1));
    refused("NaN", () -> FixedHorizon.student(estimate, Alternative.TWO_SIDED, Double.NaN));
    refused("not 0.0", () -> new ConfidenceSequence(0.05, 0));
    refused("not 1.2", () -> design(1.2));
    refused("effect of 0", () -> design(0.1).units(0, 0.8));
    refused("not 1.1", () -> design(0.1).units(1, 0.8));
    refused("not 0.0", () -> FixedHorizon.notInferior(estimate, 0, true, 0.95));
    assertThat(design(0.999).smallestEffect(4, 0.99)).isEmpty();
  }

  @Test
  void refusesSplitsThatCannotBe() {
    refused("2 for 3", () -> SampleRatio.pValue(new long[3], new double[] {1, 1}));
    refused("-1", () -> SampleRatio.pValue(new long[] {1, -1}, new double[] {1, 1}));
    refused("NaN", () -> SampleRatio.pValue(new long[] {1, 1}, new double[] {Double.NaN, 1}));
  }

  @Test
  void hugeCountsAndFiftyArmsAreNumbers() {
    Proportion one = new Proportion(30_000_000_000L, 1_000_000_000_000L);
    Proportion other = new Proportion(30_001_000_000L, 1_000_000_000_000L);
    Effect effect = TwoProportions.pooled(one, other, Alternative.TWO_SIDED, 0.95);
    long[] counts = new long[50];
    double[] shares = new double[50];
    java.util.Arrays.fill(counts, 1_000_000_000_000L);
    java.util.Arrays.fill(shares, 1);

    assertThat(effect.statistic()).isCloseTo(4.145, within(0.001));
    assertThat(effect.pValue()).isBetween(3e-5, 4e-5);
    assertThat(SampleRatio.pValue(counts, shares)).isEqualTo(1);
    assertThat(SampleRatio.always(counts, shares, 100)).isEqualTo(1);
  }

  /** Small and lopsided arms of every kind: no figure is NaN, no p value leaves 0 to 1. */
  @Test
  void noCountsMakeNaN() {
    long seed = 3;
    Random random = new Random(seed);
    for (int run = 0; run < 3000; run++) {
      Proportion control = arm(random);
      Proportion variant = arm(random);
      if (control.trials() > 0 && variant.trials() > 0) {
        assertThat(TwoProportions.exact(control, variant, Alternative.TWO_SIDED))
            .as("%s %s seed %d", control, variant, seed)
            .isBetween(0.0, 1.0);
      }
      try {
        Effect effect = TwoProportions.pooled(control, variant, Alternative.TWO_SIDED, 0.95);
        assertThat(effect.pValue()).as("%s %s seed %d", control, variant, seed).isBetween(0.0, 1.0);
        assertThat(TwoProportions.chiSquare(control, variant, true, 0.9).pValue())
            .isBetween(0.0, 1.0);
      } catch (Unanswerable refusal) {
        assertThat(refusal.code()).isIn("no_units", "no_variance");
        if (refusal.code().equals("no_units")) {
          continue;
        }
        assertThat(control.successes() + variant.successes())
            .as("refused only where nothing can be tested")
            .isIn(0L, control.trials() + variant.trials());
      }
    }
  }

  private static Proportion arm(Random random) {
    long trials = random.nextInt(30);
    return new Proportion(random.nextLong(trials + 1), trials);
  }

  private static Design design(double baseline) {
    return new Design(
        baseline, OptionalDouble.empty(), 0.5, 0.05, Alternative.TWO_SIDED, Optional.empty());
  }

  private static void refused(String part, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(Unanswerable.class).hasMessageContaining(part);
  }
}
