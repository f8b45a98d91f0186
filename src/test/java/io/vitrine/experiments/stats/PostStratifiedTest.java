package io.vitrine.experiments.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.experiments.stats.PostStratified.Stratum;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostStratifiedTest {

  private static final List<Stratum> STRATA =
      List.of(
          new Stratum(
              new Sample(40, 3.805575, 1.427874096794872),
              new Sample(35, 4.383599999999999, 1.262596894117647)),
          new Stratum(
              new Sample(60, 6.9564666666666675, 1.8134021175141244),
              new Sample(70, 7.0076285714285715, 1.9652787585921327)),
          new Stratum(
              new Sample(25, 10.93684, 1.5282030566666664),
              new Sample(20, 10.287749999999999, 1.9860217763157895)));

  /**
   * statsmodels 0.13.5: OLS of the values on the arm, centred dummies of the strata and their
   * products (Lin 2013), cov_type HC2: coefficient 0.08317549047619426, its error
   * 0.16559375245216187; with the variance of the weights 0.16764052911973193.
   */
  @Test
  void agreesWithTheRegressionOnStrata() {
    Estimate estimate = PostStratified.of(STRATA);
    assertThat(estimate.value()).isCloseTo(0.08317549047619426, within(1e-10));
    assertThat(estimate.standardError()).isCloseTo(0.16764052911973193, within(1e-10));
  }

  @Test
  void oneStratumIsNoStratification() {
    Stratum all = STRATA.getFirst();
    Estimate plain = Estimate.of(all.control(), all.variant(), Scale.ABSOLUTE);
    Estimate stratified = PostStratified.of(List.of(all));
    assertThat(stratified.value()).isCloseTo(plain.value(), within(1e-12));
    assertThat(stratified.standardError()).isCloseTo(plain.standardError(), within(1e-12));
  }

  @Test
  void withoutStrataThereIsNoAnswer() {
    assertThatThrownBy(() -> PostStratified.of(List.of())).hasMessageContaining("no stratum");
  }
}
