package io.vitrine.shop.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole forecasts of made-up shops whose truth is known. */
class ForecasterTest {

  private static final long SEED = 20261122;
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final double[] WEEK = {1.0, 0.9, 0.95, 1.0, 1.2, 1.3, 0.65};
  private static final int HORIZON = 28;

  /** A weekly rhythm, slow growth, and days that are restless by a lognormal factor. */
  private static double[] shop(int days, double orders, double restlessness, Random random) {
    double level = 0;
    double[] values = new double[days];
    for (int day = 0; day < days; day++) {
      level += 0.01 * random.nextGaussian();
      double mean =
          orders
              * WEEK[day % 7]
              * Math.exp(0.0005 * day + level + restlessness * random.nextGaussian());
      values[day] = Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    return values;
  }

  @ParameterizedTest(name = "{0} orders a day, restless by {1}")
  @CsvSource({"8, 0", "8, 0.15", "100, 0", "100, 0.15", "2000, 0.1"})
  void intervalsHoldWhatTheySay(double orders, double restlessness) {
    Random random = new Random(SEED);
    int shops = 16;
    double within80 = 0;
    double within95 = 0;
    double total80 = 0;
    double error = 0;
    double naive = 0;
    for (int shop = 0; shop < shops; shop++) {
      double[] all = shop(300 + HORIZON, orders, restlessness, random);
      DailySeries known = new DailySeries(FIRST, Arrays.copyOf(all, 300));
      Forecast forecast = Forecaster.forecast(known, HORIZON);
      double[] repeated = new SeasonalNaive().forecast(known, HORIZON);
      double sum = 0;
      for (int ahead = 0; ahead < HORIZON; ahead++) {
        Forecast.Day day = forecast.days().get(ahead);
        double actual = all[300 + ahead];
        sum += actual;
        within80 += day.of80().holds(actual) ? 1 : 0;
        within95 += day.of95().holds(actual) ? 1 : 0;
        error += Math.abs(actual - day.expected());
        naive += Math.abs(actual - repeated[ahead]);
      }
      Band total = java.util.Objects.requireNonNull(forecast.total().of80());
      total80 += total.holds(sum) ? 1 : 0;
    }
    double days = shops * HORIZON;
    System.out.println(
        "ForecasterTest: %s orders a day, restless by %s: %.3f within 80 %%, %.3f within 95 %%, total %.3f, error %.3f of naive (seed %d)"
            .formatted(
                orders,
                restlessness,
                within80 / days,
                within95 / days,
                total80 / shops,
                error / naive,
                SEED));
    assertThat(within80 / days).as("80 %").isBetween(0.72, 0.88);
    assertThat(within95 / days).as("95 %").isBetween(0.89, 0.99);
    assertThat(error).as("error against naive").isLessThan(naive);
  }

  @Test
  void theBestModelLeadsAndCoverageIsMeasured() {
    DailySeries known = new DailySeries(FIRST, shop(365, 100, 0.1, new Random(SEED)));
    Forecast forecast = Forecaster.forecast(known, HORIZON);
    assertThat(forecast.scores()).hasSize(7);
    assertThat(forecast.scores().getFirst().model()).isEqualTo(forecast.model());
    assertThat(forecast.scores())
        .isSortedAccordingTo(java.util.Comparator.comparingDouble(ModelScore::mase));
    assertThat(forecast.scores().getFirst().weeks()).hasSize(4);
    assertThat(forecast.trials()).isEqualTo(50);
    assertThat(forecast.coverage().days()).isGreaterThan(500);
    assertThat(forecast.coverage().of80()).isBetween(0.72, 0.88);
    assertThat(forecast.coverage().of95()).isBetween(0.89, 0.99);
    assertThat(forecast.days().getFirst().day()).isEqualTo(FIRST.plusDays(365));
  }

  @Test
  void aShopWithoutChanceIsForetoldExactly() {
    double[] values = IntStream.range(0, 120).mapToDouble(day -> 100 * WEEK[day % 7]).toArray();
    Forecast forecast = Forecaster.forecast(new DailySeries(FIRST, values), HORIZON);
    for (int ahead = 0; ahead < HORIZON; ahead++) {
      double truth = 100 * WEEK[(120 + ahead) % 7];
      assertThat(forecast.days().get(ahead).expected())
          .isCloseTo(truth, org.assertj.core.api.Assertions.within(1e-6));
    }
  }

  @Test
  void countsAreNeverNegative() {
    double[] falling = IntStream.range(0, 140).mapToDouble(day -> Math.max(0, 140 - day)).toArray();
    Forecast forecast = Forecaster.forecast(new DailySeries(FIRST, falling), HORIZON);
    assertThat(forecast.days()).allMatch(day -> day.expected() >= 0 && day.of95().low() >= 0);
  }

  @Test
  void missingDaysNeitherCountNorSpoil() {
    double[] values = shop(300, 100, 0.05, new Random(SEED));
    double[] holed = values.clone();
    for (int day = 20; day < 300; day += 11) {
      holed[day] = Double.NaN;
    }
    Forecast whole = Forecaster.forecast(new DailySeries(FIRST, values), HORIZON);
    Forecast less = Forecaster.forecast(new DailySeries(FIRST, holed), HORIZON);
    assertThat(less.total().expected() / whole.total().expected()).isBetween(0.95, 1.05);
    assertThat(less.coverage().days()).isLessThan(whole.coverage().days());
  }

  @Test
  void aDayOnWhichTheShopRestsIsNothingForCertain() {
    double[] values = shop(200, 100, 0.05, new Random(SEED));
    for (int sunday = 6; sunday < 200; sunday += 7) {
      values[sunday] = Double.NaN;
    }
    Forecast forecast = Forecaster.forecast(new DailySeries(FIRST, values), HORIZON);
    assertThat(forecast.days())
        .filteredOn(day -> (day.day().toEpochDay() - FIRST.toEpochDay()) % 7 == 6)
        .hasSize(4)
        .allMatch(day -> day.expected() == 0 && day.of95().high() == 0);
  }

  @Test
  void tooShortAHistoryIsRefused() {
    assertThat(Forecaster.fewestDays(28)).isEqualTo(105);
    assertThatThrownBy(() -> Forecaster.forecast(new DailySeries(FIRST, new double[104]), 28))
        .hasMessage("28 days ahead need 105 days, not 104");
    assertThat(Forecaster.forecast(new DailySeries(FIRST, new double[105]), 28).total().expected())
        .isZero();
  }
}
