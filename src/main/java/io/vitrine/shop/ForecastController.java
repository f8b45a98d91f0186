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

/** What the next days and the present buyers will bring, and which past days did not fit. */
@RestController
class ForecastController {

  private final Forecasts forecasts;
  private final Answers answers;
  private final Lifetimes lifetimes;
  private final StoreSettings settings;

  ForecastController(
      Forecasts forecasts, Lifetimes lifetimes, Answers answers, StoreSettings settings) {
    this.forecasts = forecasts;
    this.lifetimes = lifetimes;
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
      @Nullable List<QuestionForm.FilterForm> filters) {}

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
    List<Filter> filters = conditions(asked.filters());
    int days = asked.days() == null ? Forecasts.LONGEST : asked.days();
    Forecasts.Continued continued = forecasts.of(metric, days, filters);
    DailySeries history = continued.history();
    Period past = new Period(history.first(), history.day(history.length() - 1));
    return ForecastForm.of(
        metric, settings, continued, new StrangeDays(answers).of(metric, past, filters));
  }

  /**
   * Which orders count.
   *
   * @param filters all must hold; robots are left out unless one is about them
   */
  @Schema(name = "LifetimeQuestion")
  record AskedBuyers(@Nullable List<QuestionForm.FilterForm> filters) {}

  /**
   * What the shop's buyers will still bring: the BG/NBD model of buying and leaving with the
   * gamma-gamma model of amounts, fitted by maximum likelihood to all whole days, by how often and
   * how lately buyers bought, with a test on the last 90 days. Fewer than 100 buyers, or than 30
   * who bought again, are refused (409, lifetime_history).
   */
  @PostMapping("/api/shop/lifetime")
  @Needs(Role.VIEWER)
  LifetimeForm lifetime(@RequestBody AskedBuyers asked) {
    return LifetimeForm.of(lifetimes.of(conditions(asked.filters())), settings);
  }

  private static List<Filter> conditions(@Nullable List<QuestionForm.FilterForm> filters) {
    return filters == null
        ? List.of()
        : filters.stream().map(QuestionForm.FilterForm::filter).toList();
  }
}
