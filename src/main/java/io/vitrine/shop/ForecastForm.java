package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Metric;
import io.vitrine.shop.forecast.Band;
import io.vitrine.shop.forecast.Coverage;
import io.vitrine.shop.forecast.DailySeries;
import io.vitrine.shop.forecast.Forecast;
import io.vitrine.shop.forecast.ModelScore;
import io.vitrine.store.StoreSettings;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A forecast as JSON.
 *
 * @param metric what is continued
 * @param unit of the metric
 * @param currency of amounts
 * @param model the model that was best in the backtest
 * @param scores errors of every model, smallest first
 * @param trials days of the past from which each model was tried
 * @param coverage share of past days within such intervals; null while too few could be tried
 * @param total sum of all days ahead
 * @param days the days ahead
 * @param history the days that it rests on; a missing day has no value
 * @param missing number of missing days
 * @param strange past days that do not fit, by the same weekday of the eight weeks before
 */
@Schema(name = "Forecast")
record ForecastForm(
    String metric,
    String unit,
    String currency,
    String model,
    List<ScoreForm> scores,
    int trials,
    @Nullable CoverageForm coverage,
    TotalForm total,
    List<DayForm> days,
    List<KnownDayForm> history,
    int missing,
    List<StrangeDays.StrangeDay> strange) {

  /** Errors of a model: mean absolute scaled error, and error as a share of the values. */
  @Schema(name = "ForecastScore")
  record ScoreForm(
      String model, @Nullable Double mase, @Nullable Double wape, List<WeekForm> weeks) {}

  /** The same for some days ahead, from 1. */
  @Schema(name = "ForecastWeekScore")
  record WeekForm(int from, int to, @Nullable Double mase, @Nullable Double wape) {}

  /** Measured coverage of the intervals. */
  @Schema(name = "ForecastCoverage")
  record CoverageForm(double of80, double of95, int days) {}

  /** Sum of the days ahead. */
  @Schema(name = "ForecastTotal")
  record TotalForm(
      double expected,
      @Nullable Double low80,
      @Nullable Double high80,
      @Nullable Double low95,
      @Nullable Double high95) {}

  /** A day ahead. */
  @Schema(name = "ForecastDay")
  record DayForm(
      String day, double expected, double low80, double high80, double low95, double high95) {}

  /** A past day. */
  @Schema(name = "KnownDay")
  record KnownDayForm(String day, @Nullable Double value) {}

  static ForecastForm of(
      Metric metric,
      StoreSettings settings,
      Forecasts.Continued continued,
      List<StrangeDays.StrangeDay> strange) {
    Forecast forecast = continued.forecast();
    return new ForecastForm(
        metric.wireName(),
        Words.write(metric.unit()),
        settings.currency().getCurrencyCode(),
        forecast.model(),
        forecast.scores().stream().map(ForecastForm::score).toList(),
        forecast.trials(),
        coverage(forecast.coverage()),
        total(forecast.total()),
        forecast.days().stream().map(ForecastForm::day).toList(),
        history(continued.history()),
        continued.history().missing(),
        strange);
  }

  private static ScoreForm score(ModelScore score) {
    return new ScoreForm(
        score.model(),
        known(score.mase()),
        known(score.wape()),
        score.weeks().stream()
            .map(
                week ->
                    new WeekForm(week.from(), week.to(), known(week.mase()), known(week.wape())))
            .toList());
  }

  private static @Nullable Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static @Nullable CoverageForm coverage(Coverage coverage) {
    return coverage.days() == 0
        ? null
        : new CoverageForm(coverage.of80(), coverage.of95(), coverage.days());
  }

  private static TotalForm total(Forecast.Total total) {
    Band of80 = total.of80();
    Band of95 = total.of95();
    return new TotalForm(
        total.expected(),
        of80 == null ? null : of80.low(),
        of80 == null ? null : of80.high(),
        of95 == null ? null : of95.low(),
        of95 == null ? null : of95.high());
  }

  private static DayForm day(Forecast.Day day) {
    return new DayForm(
        day.day().toString(),
        day.expected(),
        day.of80().low(),
        day.of80().high(),
        day.of95().low(),
        day.of95().high());
  }

  private static List<KnownDayForm> history(DailySeries history) {
    return IntStream.range(0, history.length())
        .mapToObj(day -> new KnownDayForm(history.day(day).toString(), known(history.value(day))))
        .toList();
  }
}
