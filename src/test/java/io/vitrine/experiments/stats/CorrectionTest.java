package io.vitrine.experiments.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Expected values by statsmodels 0.13.5, multipletests; Hommel also by R 4.2.2, p.adjust. */
class CorrectionTest {

  private static final double[] P = {
    0.0004, 0.0095, 0.01, 0.0319, 0.04, 0.046, 0.2, 0.51, 0.6528, 0.98
  };
  private static final double[] UNSORTED = {0.03, 0.011, 0.6, 0.2, 0.0123};

  private static final Map<Correction, double[]> EXPECTED =
      Map.of(
          Correction.BONFERRONI,
          new double[] {0.004, 0.095, 0.1, 0.319, 0.4, 0.46, 1, 1, 1, 1},
          Correction.SIDAK,
          new double[] {
            0.00399280767462658, 0.0910399438826203, 0.0956179249911955, 0.276893606871009,
            0.335167364008499, 0.37557001871276, 0.8926258176, 0.999202077337024,
            0.999974543589534, 1
          },
          Correction.HOLM,
          new double[] {0.004, 0.0855, 0.0855, 0.2233, 0.24, 0.24, 0.8, 1, 1, 1},
          Correction.HOCHBERG,
          new double[] {0.004, 0.08, 0.08, 0.2233, 0.23, 0.23, 0.8, 0.98, 0.98, 0.98},
          Correction.HOMMEL,
          new double[] {0.004, 0.076, 0.08, 0.1595, 0.2, 0.23, 0.8, 0.98, 0.98, 0.98},
          Correction.BENJAMINI_HOCHBERG,
          new double[] {
            0.004,
            1 / 30.0,
            1 / 30.0,
            0.23 / 3,
            0.23 / 3,
            0.23 / 3,
            2 / 7.0,
            0.6375,
            0.725333333333333,
            0.98
          },
          Correction.BENJAMINI_YEKUTIELI,
          new double[] {
            0.011715873015873,
            0.0976322751322751,
            0.0976322751322751,
            0.224554232804233,
            0.224554232804233,
            0.224554232804233,
            0.836848072562358,
            1,
            1,
            1
          },
          Correction.TWO_STAGE,
          new double[] {
            0.00294, 0.0245, 0.0245, 0.05635, 0.05635, 0.05635, 0.21, 0.4685625, 0.53312, 0.7203
          });

  private static final Map<Correction, double[]> EXPECTED_UNSORTED =
      Map.of(
          Correction.HOLM, new double[] {0.09, 0.055, 0.6, 0.4, 0.055},
          Correction.HOCHBERG, new double[] {0.09, 0.0492, 0.6, 0.4, 0.0492},
          Correction.HOMMEL, new double[] {0.09, 0.044, 0.6, 0.4, 0.0492},
          Correction.BENJAMINI_HOCHBERG, new double[] {0.05, 0.03075, 0.6, 0.25, 0.03075},
          Correction.TWO_STAGE, new double[] {0.0315, 0.0193725, 0.378, 0.1575, 0.0193725});

  @Test
  void adjustsAsThePublishedMethodsDo() {
    EXPECTED.forEach(
        (method, expected) ->
            assertThat(method.adjust(P, 0.05))
                .as(method.name())
                .containsExactly(expected, within(1e-12)));
    EXPECTED_UNSORTED.forEach(
        (method, expected) ->
            assertThat(method.adjust(UNSORTED, 0.05))
                .as(method.name())
                .containsExactly(expected, within(1e-12)));
  }

  /** Also with adjusted p values of 1, which leave others to divide by zero. */
  @ParameterizedTest
  @EnumSource
  void anIntervalExcludesZeroExactlyWhereTheAdjustedValueIsSmall(Correction method) {
    long seed = 7;
    Random random = new Random(seed);
    for (int run = 0; run < 2000; run++) {
      double[] p = new double[1 + random.nextInt(9)];
      for (int test = 0; test < p.length; test++) {
        p[test] = Math.pow(random.nextDouble(), 1 + random.nextInt(5));
      }
      double[] adjusted = method.adjust(p, 0.05);
      double[] levels = method.levels(p, 0.05);
      for (int test = 0; test < p.length; test++) {
        assertThat(p[test] <= levels[test])
            .as("%s of %s, test %d, seed %d", method, java.util.Arrays.toString(p), test, seed)
            .isEqualTo(adjusted[test] <= 0.05);
      }
    }
  }

  @Test
  void refusesWhatIsNoPValue() {
    assertThatThrownBy(() -> Correction.HOLM.adjust(new double[] {0.1, Double.NaN}, 0.05))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> Correction.HOLM.adjust(new double[] {1.1}, 0.05))
        .hasMessageContaining("1.1");
    assertThatThrownBy(() -> Correction.HOLM.adjust(new double[] {}, 0.05))
        .hasMessageContaining("no p value");
  }
}
