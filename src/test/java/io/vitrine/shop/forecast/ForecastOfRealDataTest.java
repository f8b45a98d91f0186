package io.vitrine.shop.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.RealData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Forecasts of real shops against a plain walk over their days. */
class ForecastOfRealDataTest {

  private static final Path DATA = Path.of("..", "shared", "data");
  private static final int AHEAD = 28;

  private static double[] filled(SortedMap<LocalDate, Double> byDay) {
    LocalDate first = byDay.firstKey();
    double[] values = new double[(int) ChronoUnit.DAYS.between(first, byDay.lastKey()) + 1];
    byDay.forEach((day, value) -> values[(int) ChronoUnit.DAYS.between(first, day)] = value);
    return values;
  }

  @Test
  @RealData("retailrocket-sample/events.csv")
  void theVisitorsOfARealShopAreForecastAtLeastAsWellAsByTheWeekBefore() throws IOException {
    SortedMap<LocalDate, Double> byDay = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (String line :
        Files.readAllLines(DATA.resolve("retailrocket-sample/events.csv")).stream()
            .skip(1)
            .toList()) {
      String[] cells = line.split(",", -1);
      LocalDate day =
          Instant.ofEpochMilli(Long.parseLong(cells[0])).atOffset(ZoneOffset.UTC).toLocalDate();
      if (seen.add(day + " " + cells[1])) {
        byDay.merge(day, 1.0, Double::sum);
      }
    }
    agrees(byDay);
  }

  @Test
  @RealData("online-retail/online_retail.csv.gz")
  void theRevenueOfARealShopIsForecastWithItsClosedDays() throws IOException {
    SortedMap<LocalDate, Double> byDay = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(DATA.resolve("online-retail/online_retail.csv.gz"))),
                StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.replaceAll("\".*\"", "").split(",", -1);
        double worth = Double.parseDouble(cells[3]) * Double.parseDouble(cells[5]);
        if (worth > 0) {
          byDay.merge(LocalDate.parse(cells[4].substring(0, 10)), worth, Double::sum);
        }
      }
    }
    Forecast forecast = agrees(byDay);
    assertThat(forecast.days())
        .filteredOn(day -> day.day().getDayOfWeek() == DayOfWeek.SATURDAY)
        .isNotEmpty()
        .allSatisfy(day -> assertThat(day.expected()).isZero());
  }

  private static Forecast agrees(SortedMap<LocalDate, Double> byDay) {
    double[] values = filled(byDay);
    Forecast forecast = Forecaster.forecast(new DailySeries(byDay.firstKey(), values), AHEAD);
    ModelScore naive =
        forecast.scores().stream()
            .filter(score -> score.model().equals(SeasonalNaive.NAME))
            .findFirst()
            .orElseThrow();
    assertThat(naive.wape()).isCloseTo(weekBefore(values), within(1e-9));
    assertThat(forecast.scores().getFirst().mase()).isLessThanOrEqualTo(naive.mase());
    assertThat(forecast.days()).hasSize(AHEAD);
    assertThat(forecast.days().getFirst().day()).isEqualTo(byDay.lastKey().plusDays(1));
    assertThat(forecast.coverage().of95()).isBetween(forecast.coverage().of80(), 1.0);
    return forecast;
  }

  /** Errors of "as the same weekday last was" over the values, from every fifth day on. */
  private static double weekBefore(double[] values) {
    int last = values.length - AHEAD;
    double errors = 0;
    double whole = 0;
    int origins = 0;
    for (int origin = last; origin >= Backtest.FIRST_ORIGIN && origins < 50; origin -= 5) {
      for (int day = origin; day < origin + AHEAD; day++) {
        int same = day;
        while (same >= origin) {
          same -= 7;
        }
        errors += Math.abs(values[day] - values[same]);
        whole += values[day];
      }
      origins++;
    }
    return errors / whole;
  }
}
