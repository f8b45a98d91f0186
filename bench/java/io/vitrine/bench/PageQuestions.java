package io.vitrine.bench;

import io.vitrine.model.Association;
import io.vitrine.model.Attribution;
import io.vitrine.model.BuyerHistories;
import io.vitrine.model.Carts;
import io.vitrine.model.Cohort;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Distribution;
import io.vitrine.model.EventType;
import io.vitrine.model.Funnel;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Paths;
import io.vitrine.model.Period;
import io.vitrine.model.PriceBands;
import io.vitrine.model.Products;
import io.vitrine.model.Quantity;
import io.vitrine.model.Question;
import io.vitrine.model.Sort;
import io.vitrine.model.VisitorSegments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the shop's pages ask, each named as the same figures are in shop.sql, where they are. */
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
    questions.goods();
    questions.ways();
    questions.people();
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

  private void goods() {
    Sort views = new Sort("views", true);
    add(
        "products",
        "product table",
        new Products(period, List.of(), Comparison.NONE, Products.Group.ALL, "", views, 0, 50));
    add(
        "products",
        "under-performing products",
        new Products(
            period, List.of(), Comparison.NONE, Products.Group.UNDER_PERFORMING, "", views, 0, 50));
    add("products", "price bands", new PriceBands(period, List.of(), Comparison.NONE));
    for (Association.Basket basket : Association.Basket.values()) {
      add(
          "products",
          "pairs of one " + basket.name().toLowerCase(Locale.ROOT),
          new Association(period, List.of(), Dimension.PRODUCT, basket, 5, null, 50));
    }
  }

  private void ways() {
    for (Funnel.Entity entity : Funnel.Entity.values()) {
      add(
          "funnel",
          "funnel of a " + entity.name().toLowerCase(Locale.ROOT),
          funnel(entity, new Funnel.Show.Steps(null, 1)));
    }
    add("funnel", "funnel by day", funnel(Funnel.Entity.VISITOR, new Funnel.Show.Trend(Grain.DAY)));
    add("funnel", "time to convert", funnel(Funnel.Entity.VISITOR, new Funnel.Show.Times()));
    for (Paths.Label label : Paths.Label.values()) {
      for (Paths.Show show : Paths.Show.values()) {
        String name = show.name() + " of " + label.name();
        add(
            "journeys",
            name.toLowerCase(Locale.ROOT),
            new Paths(label, null, Paths.Direction.FROM, 5, show, 20, period, List.of()));
      }
    }
    add("conversions", "carts", new Carts(null, period, List.of(), Comparison.NONE));
    add(
        "conversions",
        "carts by channel",
        new Carts(Dimension.CHANNEL, period, List.of(), Comparison.NONE));
    add(
        "traffic",
        "attribution",
        new Attribution(
            Dimension.CHANNEL, Attribution.DEFAULT_LOOK_BACK, period, List.of(), Comparison.NONE));
    for (Quantity quantity : Quantity.values()) {
      add(
          "conversions",
          quantity.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          new Distribution(quantity, period, List.of(), Comparison.NONE));
    }
  }

  private void people() {
    for (VisitorSegments.Scheme scheme : VisitorSegments.Scheme.values()) {
      for (VisitorSegments.View view : VisitorSegments.View.values()) {
        String name = "segments, " + scheme.name() + ", " + view.name();
        add(
            "segments",
            name.toLowerCase(Locale.ROOT),
            new VisitorSegments(period, List.of(), Comparison.NONE, scheme, view));
      }
    }
    for (Cohort.Beginning beginning : Cohort.Beginning.values()) {
      add(
          "cohorts",
          "weeks after the " + beginning.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          new Cohort(beginning, Grain.WEEK, period, List.of()));
    }
    add("forecast", "buyers' histories", new BuyerHistories(year, List.of()));
  }

  private Question funnel(Funnel.Entity entity, Funnel.Show show) {
    List<Funnel.Step> steps =
        Stream.of(EventType.PRODUCT_VIEW, EventType.ADD_TO_CART, EventType.PURCHASE)
            .map(Funnel.Step::of)
            .toList();
    Funnel.Way way = new Funnel.Way(steps, Funnel.Order.ORDERED, Duration.ofDays(30), entity);
    return new Funnel(way, show, period, List.of(), Comparison.NONE);
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
