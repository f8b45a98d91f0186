package io.vitrine.bench;

import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.model.Sort;
import java.util.ArrayList;
import java.util.List;

/** What the page Home asks about a period, each beside the name of the same figures in home.sql. */
final class HomeQuestions {

  private static final int WEEKS_OF_STRANGE_DAYS = 8;

  private static final List<Metric> KPIS =
      List.of(
          Metric.VISITORS,
          Metric.SESSIONS,
          Metric.ORDERS,
          Metric.REVENUE,
          Metric.AOV,
          Metric.CONVERSION_PER_SESSION);
  private static final List<Metric> STEPS =
      List.of(
          Metric.SESSIONS,
          Metric.VIEW_SESSIONS,
          Metric.CART_SESSIONS,
          Metric.CHECKOUT_SESSIONS,
          Metric.PURCHASE_SESSIONS);
  private static final List<Metric> RATES =
      List.of(Metric.VIEW_TO_CART, Metric.CART_TO_PURCHASE, Metric.VIEW_TO_PURCHASE);
  private static final List<Metric> INSIGHTS =
      List.of(
          Metric.REVENUE,
          Metric.GROSS_REVENUE,
          Metric.REFUNDS,
          Metric.ORDERS,
          Metric.SESSIONS,
          Metric.PURCHASE_SESSIONS,
          Metric.CONVERSION_PER_SESSION,
          Metric.CART_SESSIONS,
          Metric.CART_ABANDONMENT,
          Metric.LOGS,
          Metric.ERRORS);

  private HomeQuestions() {}

  /**
   * A question of Home.
   *
   * @param name the panel
   * @param question as the page asks it
   * @param plain the same figures in home.sql
   */
  record Asked(String name, Question question, String plain) {}

  /** All of them, the period before beside those that the page compares. */
  static List<Asked> of(Period period) {
    Comparison before = Comparison.PREVIOUS_PERIOD;
    List<Asked> all = new ArrayList<>();
    all.add(new Asked("key figures", totals(KPIS, period, before), "totals"));
    all.add(new Asked("main chart", trend(KPIS, period, before), "trend"));
    all.add(new Asked("funnel", totals(STEPS, period, Comparison.NONE), "funnel"));
    all.add(new Asked("rates", totals(RATES, period, before), "rates"));
    all.add(new Asked("rates by day", trend(RATES, period, before), "rates_trend"));
    all.add(new Asked("channels", channels(period), "channels"));
    all.add(new Asked("products", byProduct(period), "products"));
    all.add(new Asked("weekdays", weekdays(period), "weekdays"));
    all.add(new Asked("weekday and hour", heatmap(period), "heatmap"));
    all.add(new Asked("insights", totals(INSIGHTS, period, before), "insights"));
    all.add(new Asked("insights, countries", countries(period), "countries"));
    Period long84 = new Period(period.from().minusDays(7L * WEEKS_OF_STRANGE_DAYS), period.to());
    all.add(
        new Asked(
            "insights, revenue",
            trend(List.of(Metric.REVENUE), long84, Comparison.NONE),
            "revenue_days"));
    all.add(
        new Asked(
            "insights, visitors",
            trend(List.of(Metric.VISITORS), long84, Comparison.NONE),
            "visitor_days"));
    return all;
  }

  private static Question totals(List<Metric> metrics, Period period, Comparison comparison) {
    return new Question.Totals(metrics, period, List.of(), comparison);
  }

  private static Question trend(List<Metric> metrics, Period period, Comparison comparison) {
    return new Question.Trend(metrics, period, Grain.DAY, List.of(), comparison);
  }

  private static Question channels(Period period) {
    List<Metric> metrics = List.of(Metric.SESSIONS, Metric.CONVERSION_PER_SESSION, Metric.REVENUE);
    return breakdown(metrics, List.of(Dimension.CHANNEL), period, Comparison.NONE, 12);
  }

  private static Question byProduct(Period period) {
    return breakdown(
        List.of(Metric.REVENUE), List.of(Dimension.PRODUCT), period, Comparison.NONE, 1_000);
  }

  private static Question weekdays(Period period) {
    List<Metric> metrics = List.of(Metric.REVENUE, Metric.ORDERS, Metric.SESSIONS);
    return breakdown(metrics, List.of(Dimension.WEEKDAY), period, Comparison.NONE, 7);
  }

  private static Question heatmap(Period period) {
    List<Dimension> by = List.of(Dimension.WEEKDAY, Dimension.HOUR);
    return breakdown(List.of(Metric.ORDERS), by, period, Comparison.NONE, 7 * 24);
  }

  private static Question countries(Period period) {
    List<Metric> metrics = List.of(Metric.REVENUE, Metric.ORDERS);
    List<Dimension> by = List.of(Dimension.COUNTRY);
    return breakdown(metrics, by, period, Comparison.PREVIOUS_PERIOD, 1_000);
  }

  private static Question breakdown(
      List<Metric> metrics, List<Dimension> by, Period period, Comparison comparison, int limit) {
    Sort sort = new Sort(metrics.getFirst().wireName(), true);
    return new Question.Breakdown(metrics, by, period, List.of(), comparison, sort, limit);
  }
}
