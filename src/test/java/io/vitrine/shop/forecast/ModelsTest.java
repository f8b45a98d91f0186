package io.vitrine.shop.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Models against statsmodels 0.13.5 (Debian 12's python3-statsmodels, NumPy 1.24.2), computed once
 * on the series of {@link #SERIES}: ETSModel with known first states and weights, ThetaModel, WLS,
 * seasonal_decompose.
 */
class ModelsTest {

  private static final double[] WEEK = {10, -5, -3, 0, 4, 9, -15};
  private static final DailySeries SERIES =
      new DailySeries(
          LocalDate.of(2026, 1, 5),
          IntStream.range(0, 70).mapToDouble(ModelsTest::value).toArray());
  private static final Offset<Double> EXACT = within(1e-9);

  private static double value(int day) {
    return 100 + 0.3 * day + WEEK[day % 7] + (day * day * 7 + day * 13) % 17 - 8;
  }

  @Test
  void theWeekIsThatOfClassicalDecomposition() {
    assertThat(Weekdays.of(SERIES.toArray()))
        .containsExactly(
            new double[] {
              9.787981859410433,
              -5.21201814058957,
              -2.40249433106576,
              -0.07709750566893644,
              2.9784580498866227,
              9.327664399092969,
              -14.402494331065759
            },
            EXACT);
  }

  private static double[] smoothed(HoltWinters.Weights weights, double trend) {
    double[] values = SERIES.toArray();
    double level = IntStream.range(0, 7).mapToDouble(day -> values[day]).average().orElseThrow();
    HoltWinters.State state = new HoltWinters.State(level, trend, Weekdays.of(values));
    for (double value : values) {
      state.see(value, weights);
    }
    return state.forecast(weights, 10);
  }

  @Test
  void dampedSmoothingIsThatOfStatsmodels() {
    double first = IntStream.range(0, 7).mapToDouble(ModelsTest::value).average().orElseThrow();
    double second = IntStream.range(7, 14).mapToDouble(ModelsTest::value).average().orElseThrow();
    assertThat(smoothed(new HoltWinters.Weights(0.3, 0.1, 0.2, 0.9), (second - first) / 7))
        .containsExactly(
            new double[] {
              125.59365505429999,
              112.03142338624669,
              113.54908870825294,
              115.37198352795744,
              120.12898514786053,
              124.75478128909279,
              101.23324335911852,
              125.18336011239175,
              111.66215793852928,
              113.21674980530726
            },
            EXACT);
  }

  @Test
  void smoothingWithoutTrendIsThatOfStatsmodels() {
    assertThat(smoothed(new HoltWinters.Weights(0.3, 0, 0.2, 0), 0))
        .containsExactly(
            new double[] {
              125.4683126928031,
              111.99625362236866,
              113.62592232454394,
              115.53186287770875,
              120.32605707999693,
              125.01442351368166,
              101.51864306913282,
              125.4683126928031,
              111.99625362236866,
              113.62592232454394
            },
            EXACT);
  }

  /** Its smoothing starts from an estimated level, ours from the first value. */
  @Test
  void thetaIsThatOfStatsmodelsButForTheFirstLevel() {
    assertThat(new Theta().forecast(SERIES, 10))
        .containsExactly(
            new double[] {
              126.77538648813761,
              111.93043610953751,
              114.89500954046122,
              117.37545598725794,
              120.58606116421339,
              127.09031713481963,
              103.5152080260608,
              127.86073383793689,
              113.01578345933679,
              115.9803568902605
            },
            within(1.0));
  }

  @Test
  void theRegressionIsWeightedLeastSquares() {
    assertThat(new CalendarRegression().forecast(SERIES, 10))
        .containsExactly(
            new double[] {
              128.6364622599922,
              114.5283018541826,
              117.34208165330192,
              119.90481245291605,
              124.0960520559348,
              129.61043184622565,
              106.39237354488377,
              130.79059070380367,
              116.68243029799406,
              119.49621009711336
            },
            EXACT);
  }

  @Test
  void theNaiveForecastsRepeatTheWeek() {
    DailySeries weeks =
        new DailySeries(LocalDate.of(2026, 1, 5), 1, 2, 3, 4, 5, 6, 7, 3, 4, 5, 6, 7, 8, 9, 5);
    assertThat(new SeasonalNaive().forecast(weeks, 9)).containsExactly(4, 5, 6, 7, 8, 9, 5, 4, 5);
    assertThat(new SeasonalMean().forecast(weeks, 9)).containsExactly(3, 4, 5, 6, 7, 8, 4, 3, 4);
  }

  /** Two years and a half of a pure yearly wave: only a model that knows the year can go on. */
  @Test
  void theYearIsLearnedFromTwoYears() {
    LocalDate first = LocalDate.of(2024, 1, 1);
    double[] wave =
        IntStream.range(0, 938)
            .mapToDouble(
                day -> 50 + 20 * Math.sin(2 * Math.PI * first.plusDays(day).toEpochDay() / 365.25))
            .toArray();
    DailySeries history = new DailySeries(first, java.util.Arrays.copyOf(wave, 910));
    assertThat(new CalendarRegression().forecast(history, 28))
        .containsExactly(java.util.Arrays.copyOfRange(wave, 910, 938), within(1e-6));
  }

  @Test
  void missingDaysAreFilledFromTheirWeekdayAndClosedDaysStayClosed() {
    double[] values = IntStream.range(0, 28).mapToDouble(day -> day % 7).toArray();
    values[10] = Double.NaN;
    for (int sunday = 6; sunday < 28; sunday += 7) {
      values[sunday] = Double.NaN;
    }
    DailySeries filled = new DailySeries(LocalDate.of(2026, 1, 5), values).filled();
    assertThat(filled.value(10)).isEqualTo(3);
    assertThat(filled.value(13)).isZero();
    assertThat(filled.missing()).isZero();
  }
}
