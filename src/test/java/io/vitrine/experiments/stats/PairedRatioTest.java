package io.vitrine.experiments.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Expected values by numpy and statsmodels 0.13.5: OLS of the units' parts in the ratio now on
 * their parts in the ratio before, both arms together; variances of what is left in each arm.
 */
class PairedRatioTest {

  /** Two arms of 24 and 30 units with revenue, orders, and the same before. */
  private static final List<PairedRatio> ARMS = List.of(arm(0, 24), arm(1, 30));

  private static double[] unit(int arm, int i) {
    double belowBefore = 1 + (i * 7 + arm) % 4;
    double aboveBefore = belowBefore * 20 + (i * 13 + arm * 5) % 17;
    double below = 1 + (i * 5 + arm * 3) % 3 + (belowBefore > 2 ? 1 : 0);
    double above = below * (22 + arm) + 0.4 * aboveBefore / belowBefore + (i * 11 + arm) % 9;
    return new double[] {above, below, aboveBefore, belowBefore};
  }

  private static PairedRatio arm(int arm, int count) {
    double[][] columns = new double[4][count];
    for (int i = 0; i < count; i++) {
      double[] unit = unit(arm, i);
      for (int column = 0; column < 4; column++) {
        columns[column][i] = unit[column];
      }
    }
    return new PairedRatio(
        ratio(columns[0], columns[1]),
        ratio(columns[2], columns[3]),
        covariance(columns[0], columns[2]),
        covariance(columns[0], columns[3]),
        covariance(columns[1], columns[2]),
        covariance(columns[1], columns[3]));
  }

  private static RatioSample ratio(double[] above, double[] below) {
    return new RatioSample(
        above.length,
        Sample.of(above).mean(),
        Sample.of(below).mean(),
        covariance(above, above),
        covariance(below, below),
        covariance(above, below));
  }

  private static double covariance(double[] one, double[] other) {
    double middle = Sample.of(one).mean();
    double otherMiddle = Sample.of(other).mean();
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - middle) * (other[i] - otherMiddle);
    }
    return sum / (one.length - 1);
  }

  @Test
  void takesOutWhatTheRatioBeforeExplains() {
    List<AdjustedSample> adjusted = PairedRatio.adjust(ARMS);
    assertThat(adjusted.getFirst().mean()).isCloseTo(27.27254522251809, within(1e-11));
    assertThat(adjusted.getFirst().variance()).isCloseTo(4.593145421231698, within(1e-11));
    assertThat(adjusted.getLast().mean()).isCloseTo(28.418425128721395, within(1e-11));
    assertThat(adjusted.getLast().variance()).isCloseTo(6.084836074981488, within(1e-11));
    assertThat(adjusted.getLast().base()).isCloseTo(28.435585585585585, within(1e-12));
    Estimate estimate = Estimate.of(adjusted.getFirst(), adjusted.getLast(), Scale.ABSOLUTE);
    assertThat(estimate.value()).isCloseTo(1.1458799062033052, within(1e-11));
    assertThat(estimate.standardError()).isCloseTo(0.6278605962982842, within(1e-12));
  }

  @Test
  void aPastWithoutSpreadExplainsNothing() {
    RatioSample value = ARMS.getFirst().value();
    RatioSample constant = new RatioSample(24, 20, 2, 0, 0, 0);
    PairedRatio same = new PairedRatio(value, constant, 0, 0, 0, 0);
    AdjustedSample left = PairedRatio.adjust(List.of(same, same)).getFirst();
    assertThat(left.mean()).isEqualTo(value.mean());
    assertThat(left.variance()).isCloseTo(value.variance(), within(1e-12));
  }

  @Test
  void refusesCovariancesThatCannotBe() {
    RatioSample value = ARMS.getFirst().value();
    assertThatThrownBy(() -> new PairedRatio(value, value, 1e9, 0, 0, 0))
        .hasMessageContaining("1.0E9");
    assertThatThrownBy(() -> new PairedRatio(value, ARMS.getLast().value(), 0, 0, 0, 0))
        .hasMessageContaining("24, 30");
    assertThatThrownBy(() -> new PairedRatio(value, value, Double.NaN, 0, 0, 0))
        .hasMessageContaining("NaN");
  }
}
