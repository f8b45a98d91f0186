package io.vitrine.experiments.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class DistributionsTest {

  /** Student's quantile three ways: by the library, by steps from an expansion, by it alone. */
  @Test
  void theQuantileOfAProbabilityHasThatProbabilityAboveIt() {
    for (double degrees : new double[] {1, 2.5, 19.9, 20, 25.5, 137.2, 999, 1000, 12_345.6, 1e6}) {
      for (double probability : new double[] {1e-6, 0.0005, 0.025, 0.05, 0.4, 0.6, 0.975}) {
        double quantile = Distributions.studentUpper(probability, degrees);

        assertThat(Distributions.studentAbove(quantile, degrees))
            .as("%s degrees, probability %s", degrees, probability)
            .isCloseTo(probability, withinPercentage(degrees < 20 ? 1e-5 : 1e-10));
      }
    }
  }
}
