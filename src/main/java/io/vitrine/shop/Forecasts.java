package io.vitrine.shop;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
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
  private final WholeDays whole;
  private final Cache<Asked, Forecast> kept = Caffeine.newBuilder().maximumSize(100).build();

  Forecasts(Answers answers, WholeDays whole) {
    this.answers = answers;
    this.whole = whole;
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
    Period known = wholeDays(Forecaster.fewestDays(days), days);
    Answer values = trend(metric, known, filters);
    Answer visitors = trend(Metric.VISITORS, known, List.of());
    return new DailySeries(
        known.from(),
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

  private Period wholeDays(int fewest, int days) {
    Period known = whole.days().orElseThrow(() -> tooShort(days, fewest, 0));
    if (known.days() < fewest) {
      throw tooShort(days, fewest, known.days());
    }
    return known.days() > MOST_DAYS
        ? new Period(known.to().minusDays(MOST_DAYS - 1), known.to())
        : known;
  }

  private static Problem tooShort(int days, int fewest, long known) {
    return new Problem(
        "forecast_history",
        Problem.Category.CONFLICT,
        "a forecast of %d days needs %d whole days of history, to test itself on them; the shop has %d"
            .formatted(days, fewest, known));
  }
}
