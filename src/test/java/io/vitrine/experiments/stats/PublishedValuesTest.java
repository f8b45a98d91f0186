package io.vitrine.experiments.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PublishedValuesTest {

  /**
   * Physicians' Health Study, heart attacks under placebo and aspirin: relative risk 1.82, 95 %
   * interval 1.43 to 2.30 (Agresti, Categorical Data Analysis, 2nd ed. 2002, section 3.1).
   */
  @Test
  void relativeRiskOfThePhysiciansStudy() {
    Interval lift =
        RelativeLift.of(new Proportion(189, 11034), new Proportion(104, 11037), 0.95).orElseThrow();

    assertThat(lift.estimate()).isCloseTo(0.82, within(0.005));
    assertThat(lift.low()).isCloseTo(0.43, within(0.005));
    assertThat(lift.high()).isCloseTo(1.30, within(0.01));
  }

  /**
   * Same study, z = 5.00 by the pooled two-proportion test; chi-square 25.01 in the same source.
   */
  @Test
  void pooledTestOfThePhysiciansStudy() {
    double p = RateChange.pValue(new Proportion(189, 11034), new Proportion(104, 11037));

    assertThat(p).isCloseTo(5.7e-7, within(0.1e-7));
  }

  /**
   * Mendel's round and wrinkled, yellow and green peas 315, 101, 108, 32 against 9:3:3:1:
   * chi-square 0.470 with 3 degrees of freedom, p = 0.925 (Fisher 1936, Annals of Science 1: 115).
   */
  @Test
  void chiSquareOfMendelsPeas() {
    double p = SampleRatio.pValue(new long[] {315, 101, 108, 32}, new double[] {9, 3, 3, 1});

    assertThat(p).isCloseTo(0.925, within(0.001));
  }

  @Test
  void nothingToCompareIsNotAnEffect() {
    assertThat(RelativeLift.of(new Proportion(0, 10), new Proportion(1, 10), 0.95)).isEmpty();
    assertThat(RateChange.pValue(new Proportion(0, 0), new Proportion(1, 10))).isEqualTo(1);
    assertThat(RateChange.pValue(new Proportion(10, 10), new Proportion(5, 5))).isEqualTo(1);
    assertThat(SampleRatio.pValue(new long[] {0, 0}, new double[] {1, 1})).isEqualTo(1);
  }

  @Test
  void refusesMoreSuccessesThanTrials() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Proportion(11, 10))
        .withMessageContaining("11 of 10");
  }
}
