package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Filter;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Role;
import io.vitrine.shop.forecast.DailySeries;
import io.vitrine.store.Answers;
import io.vitrine.store.StoreSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the next days will bring, and which past days did not fit. */
@RestController
class ForecastController {

  private final Forecasts forecasts;
  private final Answers answers;
  private final StoreSettings settings;

  ForecastController(Forecasts forecasts, Answers answers, StoreSettings settings) {
    this.forecasts = forecasts;
    this.answers = answers;
    this.settings = settings;
  }

  /**
   * What is to be continued.
   *
   * @param metric revenue, gross_revenue, orders, visitors or sessions
   * @param days days ahead, 1 to 28; 28 when absent
   * @param filters all must hold; robots are left out unless one is about them
   */
  @Schema(name = "ForecastQuestion")
  record Asked(
      @Nullable String metric,
      @Nullable Integer days,
      @Nullable List<QuestionForm.FilterForm> filters) {

    private List<Filter> conditions() {
      return filters == null
          ? List.of()
          : filters.stream().map(QuestionForm.FilterForm::filter).toList();
    }
  }

  /**
   * Continues a daily figure of the shop: the best of seven models in a rolling-origin backtest
   * against the seasonal naive forecast, with 80 % and 95 % intervals from the errors of that
   * backtest and their measured coverage; and the past days that do not fit. A history that is too
   * short is refused with the number of days needed (409, forecast_history).
   */
  @PostMapping("/api/shop/forecast")
  @Needs(Role.VIEWER)
  ForecastForm forecast(@RequestBody Asked asked) {
    Metric metric = Words.read(Metric.class, "metric", asked.metric());
    List<Filter> filters = asked.conditions();
    int days = asked.days() == null ? Forecasts.LONGEST : asked.days();
    Forecasts.Continued continued = forecasts.of(metric, days, filters);
    DailySeries history = continued.history();
    Period past = new Period(history.first(), history.day(history.length() - 1));
    return ForecastForm.of(
        metric, settings, continued, new StrangeDays(answers).of(metric, past, filters));
  }
}
