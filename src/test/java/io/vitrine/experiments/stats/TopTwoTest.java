package io.vitrine.experiments.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values by scipy.integrate.quad over scipy.stats.norm 1.10.1, and Russo's formula. */
class TopTwoTest {

  private static AdjustedSample arm(double mean, double error) {
    return new AdjustedSample(100, mean, error * error * 100, mean);
  }

  private static final List<AdjustedSample> ARMS =
      List.of(arm(3, 0.3), arm(3.4, 0.35), arm(3.1, 0.2), arm(2.2, 0.9));

  @Test
  void theChanceOfEachArmToBeTheBest() {
    assertThat(TopTwo.chances(ARMS))
        .containsExactly(
            new double[] {
              0.12302065639714187, 0.6407566397812635, 0.14968861022011853, 0.08653409360147654
            },
            within(1e-9));
  }

  @Test
  void halfOfTheUnitsGoToTheArmThatMayBeatTheBest() {
    assertThat(TopTwo.shares(TopTwo.chances(ARMS), 0))
        .containsExactly(
            new double[] {
              0.18787712851425586, 0.4520695325159773, 0.22592783836761862, 0.13412550060214912
            },
            within(1e-9));
  }

  @Test
  void everyArmKeepsItsLeastShare() {
    double[] shares = TopTwo.shares(new double[] {1, 0, 0}, 0.01);
    assertThat(shares).containsExactly(new double[] {0.495, 0.2525, 0.2525}, within(1e-12));
    assertThat(TopTwo.shares(new double[] {1 - 1e-300, 1e-300, 0}, 0.01))
        .containsExactly(new double[] {0.495, 0.495, 0.01}, within(1e-12));
    assertThat(TopTwo.chances(List.of(arm(1e6, 1e-3), arm(0, 1e-3)))).containsExactly(1, 0);
  }

  /**
   * On a day of sales everybody buys more, and one arm had most of that day: plain means would call
   * it better, though on each day both are alike.
   */
  @Test
  void periodsWithOtherSplitsCountWithTheUnitsOfAllArms() {
    long[] units = {1000, 1000};
    AdjustedSample one = TopTwo.over(List.of(new Sample(900, 1, 1), new Sample(100, 3, 1)), units);
    AdjustedSample other =
        TopTwo.over(List.of(new Sample(100, 1, 1), new Sample(900, 3, 1)), units);
    assertThat(one.mean()).isEqualTo(2).isEqualTo(other.mean());
    assertThat(one.squaredError()).isCloseTo(0.25 / 900 + 0.25 / 100, within(1e-15));
  }

  @Test
  void refusesWhatCannotBeSharedOut() {
    assertThatThrownBy(() -> TopTwo.chances(List.of(arm(1, 1)))).hasMessageContaining("not 1");
    assertThatThrownBy(() -> TopTwo.chances(List.of(arm(1, 1), arm(1, 0))))
        .hasMessageContaining("0.0");
    assertThatThrownBy(() -> TopTwo.shares(new double[] {0.5, 0.5}, 0.5))
        .hasMessageContaining("0.5");
    assertThatThrownBy(() -> TopTwo.over(List.of(), new long[0])).hasMessageContaining("0, 0");
  }
}
