package io.vitrine.shop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.DataDays;
import io.vitrine.model.Filter;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Question;
import io.vitrine.shop.forecast.DailySeries;
import io.vitrine.shop.forecast.Forecast;
import io.vitrine.shop.forecast.Forecaster;
import io.vitrine.store.Answers;
import io.vitrine.store.StoreSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Continues the shop's daily figures. It asks a trend as everybody does and computes from the
 * answer; what it computed is kept as long as the history is the same, which a day's new events do
 * not change.
 */
@Component
class Forecasts {

  static final int LONGEST = 28;

  /** What a day brings can be added up for these; other metrics are no sums over days. */
  private static final List<Metric> SUMS =
      List.of(
          Metric.REVENUE, Metric.GROSS_REVENUE, Metric.ORDERS, Metric.VISITORS, Metric.SESSIONS);

  private static final int MOST_DAYS = 3 * 365 + 1;

  private final Answers answers;
  private final DataDays data;
  private final Clock clock;
  private final ZoneId zone;
  private final Cache<Asked, Forecast> kept = Caffeine.newBuilder().maximumSize(100).build();

  Forecasts(Answers answers, DataDays data, Clock clock, StoreSettings settings) {
    this.answers = answers;
    this.data = data;
    this.clock = clock;
    this.zone = settings.zone();
  }

  private record Asked(DailySeries history, int days) {}

  /**
   * A forecast with the history that it rests on.
   *
   * @param history whole days; one without any event of any visitor is missing
   * @param forecast the days after it
   */
  record Continued(DailySeries history, Forecast forecast) {}

  /**
   * Continues a metric.
   *
   * @param days days ahead, 1 to 28
   * @param filters what the figure is restricted to
   * @throws Problem for another metric or number of days, and for too short a history
   */
  Continued of(Metric metric, int days, List<Filter> filters) {
    if (!SUMS.contains(metric)) {
      throw Problem.caller(
          "forecast_metric",
          "a forecast is of revenue, gross_revenue, orders, visitors or sessions, not of "
              + metric.wireName());
    }
    if (days < 1 || days > LONGEST) {
      throw Problem.caller("forecast_days", "a forecast is 1 to 28 days long, not " + days);
    }
    DailySeries history = history(metric, days, filters);
    return new Continued(
        history,
        kept.get(
            new Asked(history, days), asked -> Forecaster.forecast(asked.history(), asked.days())));
  }

  private DailySeries history(Metric metric, int days, List<Filter> filters) {
    Period whole = wholeDays(Forecaster.fewestDays(days), days);
    Answer values = trend(metric, whole, filters);
    Answer visitors = trend(Metric.VISITORS, whole, List.of());
    return new DailySeries(
        whole.from(),
        IntStream.range(0, values.rows().size())
            .mapToDouble(day -> value(values, visitors, metric, day))
            .toArray());
  }

  private Answer trend(Metric metric, Period period, List<Filter> filters) {
    return answers.ask(
        new Question.Trend(List.of(metric), period, Grain.DAY, filters, Comparison.NONE));
  }

  /** A day on which nobody at all was seen is one of which nothing is known. */
  private static double value(Answer values, Answer visitors, Metric metric, int day) {
    double value = new Figures(values, day).now(metric);
    boolean seen = value != 0 || new Figures(visitors, day).now(Metric.VISITORS) > 0;
    return seen ? value : Double.NaN;
  }

  /** The days that are whole: neither the first nor a last one that may have been cut. */
  private Period wholeDays(int fewest, int days) {
    Period all = data.days().orElseThrow(() -> tooShort(days, fewest, 0));
    LocalDate from = all.from().plusDays(1);
    LocalDate to = lastWhole(all.to());
    long known = to.toEpochDay() - from.toEpochDay() + 1;
    if (known < fewest) {
      throw tooShort(days, fewest, Math.max(0, known));
    }
    return new Period(known > MOST_DAYS ? to.minusDays(MOST_DAYS - 1) : from, to);
  }

  /** Yesterday; where the history ended earlier, the day before its last, which may be cut. */
  private LocalDate lastWhole(LocalDate last) {
    LocalDate yesterday = LocalDate.now(clock.withZone(zone)).minusDays(1);
    return last.isBefore(yesterday) ? last.minusDays(1) : yesterday;
  }

  private static Problem tooShort(int days, int fewest, long known) {
    return new Problem(
        "forecast_history",
        Problem.Category.CONFLICT,
        "a forecast of %d days needs %d whole days of history, to test itself on them; the shop has %d"
            .formatted(days, fewest, known));
  }
}
