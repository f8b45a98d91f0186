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

/** What the shop's pages ask, each named as the same figures are in shop.sql. */
final class PageQuestions {

  private final List<Asked> all = new ArrayList<>();
  private final Period period;
  private final Period year;

  private PageQuestions(Period period, Period year) {
    this.period = period;
    this.year = year;
  }

  /**
   * A question of a page.
   *
   * @param page that asks it
   * @param name of the same figures in shop.sql
   * @param question as the page asks it
   */
  record Asked(String page, String name, Question question) {

    Period period() {
      if (question.period() instanceof Period days) {
        return days;
      }
      throw new IllegalStateException(name + " does not ask about days");
    }
  }

  /** All of them: about a period, and what asks about the past as a whole about a year. */
  static List<Asked> of(Period period, Period year) {
    PageQuestions questions = new PageQuestions(period, year);
    questions.traffic();
    questions.conversions();
    questions.forecast();
    return questions.all;
  }

  /** A question that needs every derived table to be whole. */
  static Question ofAll(Period year) {
    List<Metric> metrics = List.of(Metric.VISITORS, Metric.REVENUE);
    return new Question.Totals(metrics, year, List.of(), Comparison.NONE);
  }

  private void traffic() {
    List<Metric> course =
        List.of(Metric.VISITORS, Metric.NEW_VISITORS, Metric.SESSIONS, Metric.EVENTS);
    add("traffic", "traffic by day", trend(course, period, Grain.DAY));
    add("traffic", "visitors", totals(List.of(Metric.VISITORS, Metric.BUYERS)));
    add(
        "traffic",
        "hours of the week",
        by(List.of(Metric.SESSIONS), 168, Dimension.WEEKDAY, Dimension.HOUR));
    List<Metric> rates =
        List.of(Metric.VISITORS, Metric.SESSIONS, Metric.CONVERSION_PER_SESSION, Metric.REVENUE);
    add("traffic", "channels", by(rates, 50, Dimension.CHANNEL));
    add(
        "traffic",
        "countries",
        by(List.of(Metric.VISITORS, Metric.SESSIONS), 50, Dimension.COUNTRY));
    add(
        "behaviour",
        "landing pages",
        by(List.of(Metric.SESSIONS, Metric.BOUNCE_RATE), 50, Dimension.LANDING_PAGE));
  }

  private void conversions() {
    List<Metric> rates = List.of(Metric.VIEW_TO_CART, Metric.VIEW_TO_PURCHASE);
    add("conversions", "rates by day", trend(rates, period, Grain.DAY));
    List<Metric> goods = List.of(Metric.VIEWS, Metric.ADD_TO_CARTS, Metric.REVENUE);
    add("products", "products", by(goods, 10_000, Dimension.PRODUCT));
  }

  private void forecast() {
    List<Metric> money = List.of(Metric.REVENUE, Metric.ORDERS);
    add("forecast", "revenue of a year by week", trend(money, year, Grain.WEEK));
  }

  private void add(String page, String name, Question question) {
    all.add(new Asked(page, name, question));
  }

  private Question totals(List<Metric> metrics) {
    return new Question.Totals(metrics, period, List.of(), Comparison.NONE);
  }

  private static Question trend(List<Metric> metrics, Period period, Grain grain) {
    return new Question.Trend(metrics, period, grain, List.of(), Comparison.NONE);
  }

  private Question by(List<Metric> metrics, int limit, Dimension... dimensions) {
    Sort sort = new Sort(metrics.getFirst().wireName(), true);
    return new Question.Breakdown(
        metrics, List.of(dimensions), period, List.of(), Comparison.NONE, sort, limit);
  }
}
