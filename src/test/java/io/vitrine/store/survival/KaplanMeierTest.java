package io.vitrine.store.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.store.survival.KaplanMeier.Ending;
import io.vitrine.store.survival.KaplanMeier.Point;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Remission of acute myelogenous leukaemia, group with maintenance (Miller 1981, Survival Analysis,
 * p. 49). The expected values are those of scipy.stats.ecdf 1.17.1 with its log-log band.
 */
class KaplanMeierTest {

  private static final Offset<Double> EXACT = Offset.offset(5e-9);

  private static final List<Ending> REMISSION =
      List.of(
          new Ending(9, 1, 0),
          new Ending(13, 1, 1),
          new Ending(18, 1, 0),
          new Ending(23, 1, 0),
          new Ending(28, 0, 1),
          new Ending(31, 1, 0),
          new Ending(34, 1, 0),
          new Ending(45, 0, 1),
          new Ending(48, 1, 0),
          new Ending(161, 0, 1));

  private static final double[][] SURVIVAL_LOW_HIGH = {
    {0.90909091, 0.50808021, 0.98667382},
    {0.81818182, 0.44742861, 0.95116223},
    {0.71590909, 0.35019039, 0.89902397},
    {0.61363636, 0.26575204, 0.83529924},
    {0.61363636, 0.26575204, 0.83529924},
    {0.49090909, 0.16733091, 0.75339979},
    {0.36818182, 0.09282957, 0.65704083},
    {0.36818182, 0.09282957, 0.65704083},
    {0.18409091, 0.01173848, 0.52501484},
    {0.18409091, 0.01173848, 0.52501484},
  };

  @Test
  void theEstimateAndItsBandAreThoseOfScipy() {
    List<Point> points = KaplanMeier.estimate(REMISSION);
    assertThat(points).hasSize(10);
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      assertThat(point.survival()).isCloseTo(SURVIVAL_LOW_HIGH[i][0], EXACT);
      assertThat(point.low()).isCloseTo(SURVIVAL_LOW_HIGH[i][1], EXACT);
      assertThat(point.high()).isCloseTo(SURVIVAL_LOW_HIGH[i][2], EXACT);
    }
    assertThat(points)
        .extracting(Point::atRisk)
        .containsExactly(11L, 10L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
  }

  @Test
  void nobodyGivesNoPoints() {
    assertThat(KaplanMeier.estimate(List.of())).isEmpty();
  }

  @Test
  void whereItHappenedToAllNothingIsLeft() {
    List<Point> points = KaplanMeier.estimate(List.of(new Ending(0, 2, 0), new Ending(5, 1, 0)));
    assertThat(points).extracting(Point::survival).containsExactly(1 - 2.0 / 3, 0.0);
    assertThat(points.getLast().low()).isZero();
    assertThat(points.getLast().high()).isZero();
  }

  @Test
  void timesThatDoNotAscendAreRefused() {
    List<Ending> endings = new ArrayList<>(List.of(new Ending(5, 1, 0), new Ending(5, 1, 0)));
    assertThatThrownBy(() -> KaplanMeier.estimate(endings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ascend");
  }
}
