package io.vitrine.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Association;
import io.vitrine.model.Attribution;
import io.vitrine.model.BuyerHistories;
import io.vitrine.model.CartList;
import io.vitrine.model.CartRules;
import io.vitrine.model.Carts;
import io.vitrine.model.Cohort;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Distribution;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.FieldFilter;
import io.vitrine.model.Filter;
import io.vitrine.model.Funnel;
import io.vitrine.model.Grain;
import io.vitrine.model.LogDimension;
import io.vitrine.model.LogFigure;
import io.vitrine.model.LogFigures;
import io.vitrine.model.Metric;
import io.vitrine.model.NoOrigins;
import io.vitrine.model.Outcome;
import io.vitrine.model.Outcomes;
import io.vitrine.model.Paths;
import io.vitrine.model.Period;
import io.vitrine.model.PriceBands;
import io.vitrine.model.Products;
import io.vitrine.model.Quantity;
import io.vitrine.model.Question;
import io.vitrine.model.Segments;
import io.vitrine.model.ShopTable;
import io.vitrine.model.Sort;
import io.vitrine.model.TimeRange;
import io.vitrine.model.Timeline;
import io.vitrine.model.VisitorSegments;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The SQL of each case is the golden file of its name. A changed text is looked at by a person: run
 * with {@code -Dvitrine.golden=write} to write the files anew, and read the difference.
 */
class QuestionsTest {

  private static final Path FOLDER = Path.of("src/test/resources/io/vitrine/store/sql");
  private static final Period MARCH =
      new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));
  private static final TimeRange PART_OF_AN_HOUR =
      new TimeRange(Instant.parse("2026-03-01T10:00:30Z"), Instant.parse("2026-03-01T10:10:00Z"));
  private static final List<Filter> FROM_EMAIL =
      List.of(
          new Filter(Dimension.CHANNEL, Filter.Op.IS, List.of("email", "x' OR 1=1")),
          new Filter(Dimension.HOUR, Filter.Op.GREATER, List.of("8")));

  private static final Questions QUESTIONS =
      new Questions(
          ZoneId.of("Europe/Paris"),
          Dialect.duckdb(),
          new Tables(Segments.DEFAULT, 2),
          CartRules.DEFAULT,
          new NoOrigins(List.of("paypal.com", "shop.example")));

  private static Outcomes outcomes(@Nullable Dimension by, List<Outcome> outcomes) {
    return new Outcomes(
        "checkout",
        outcomes,
        by,
        28,
        new BigDecimal("0.99"),
        by == null,
        MARCH,
        List.of(new Filter(Dimension.DEVICE, Filter.Op.IS, List.of("phone"))));
  }

  static Map<String, Question> cases() {
    Map<String, Question> cases = new LinkedHashMap<>();
    List<Metric> home = List.of(Metric.VISITORS, Metric.SESSIONS, Metric.REVENUE, Metric.AOV);
    cases.put(
        "totals_compared", new Question.Totals(home, MARCH, List.of(), Comparison.PREVIOUS_PERIOD));
    cases.put("totals_filtered", new Question.Totals(home, MARCH, FROM_EMAIL, Comparison.NONE));
    cases.put(
        "totals_of_part_of_an_hour",
        new Question.Totals(home, PART_OF_AN_HOUR, List.of(), Comparison.NONE));
    cases.put(
        "trend_by_week", new Question.Trend(home, MARCH, Grain.WEEK, List.of(), Comparison.NONE));
    cases.put(
        "trend_by_hour", new Question.Trend(home, MARCH, Grain.HOUR, List.of(), Comparison.NONE));
    cases.put(
        "products_compared",
        breakdown(
            List.of(Metric.REVENUE, Metric.VIEWS),
            List.of(Dimension.PRODUCT),
            List.of(),
            Comparison.PREVIOUS_YEAR));
    cases.put(
        "categories_from_email",
        breakdown(
            List.of(Metric.VIEWS, Metric.ORDERS),
            List.of(Dimension.CATEGORY, Dimension.DEVICE),
            FROM_EMAIL,
            Comparison.NONE));
    cases.put(
        "weekday_by_hour",
        breakdown(
            List.of(Metric.ORDERS),
            List.of(Dimension.WEEKDAY, Dimension.HOUR),
            List.of(),
            Comparison.NONE));
    cases.put(
        "logs_by_service",
        breakdown(
            List.of(Metric.LOGS, Metric.ERROR_RATE),
            List.of(Dimension.SERVICE),
            List.of(),
            Comparison.NONE));
    cases.put(
        "exposures",
        new Question.Exposures(
            MARCH,
            new TreeMap<>(Map.of("button", LocalDate.of(2026, 3, 9))),
            List.of(new Filter(Dimension.DEVICE, Filter.Op.IS, List.of("phone")))));
    cases.put(
        "cohort_of_first_visits",
        new Cohort(Cohort.Beginning.FIRST_VISIT, Grain.WEEK, MARCH, FROM_EMAIL));
    cases.put(
        "cohort_of_first_purchases",
        new Cohort(Cohort.Beginning.FIRST_PURCHASE, Grain.MONTH, MARCH, List.of()));
    cases.put(
        "paths_to_a_step",
        new Paths(
            Paths.Label.PAGES,
            "email",
            Paths.Direction.TO,
            5,
            Paths.Show.MOVES,
            20,
            MARCH,
            FROM_EMAIL));
    cases.put(
        "paths_common",
        new Paths(
            Paths.Label.TYPES,
            null,
            Paths.Direction.FROM,
            3,
            Paths.Show.WAYS,
            20,
            MARCH,
            List.of()));
    cases.put("timeline", new Timeline("email", MARCH, 100));
    cases.put("funnel_steps", funnel(new Funnel.Show.Steps(Dimension.DEVICE, 5), FROM_EMAIL));
    cases.put("funnel_times", funnel(new Funnel.Show.Times(), List.of()));
    cases.put("funnel_trend", funnel(new Funnel.Show.Trend(Grain.WEEK), List.of()));
    cases.put("funnel_visitors", funnel(new Funnel.Show.Visitors(3, true, 50), List.of()));
    cases.put(
        "products_listed",
        new Products(
            MARCH,
            FROM_EMAIL,
            Comparison.PREVIOUS_PERIOD,
            Products.Group.UNDER_PERFORMING,
            "email",
            new Sort("views", true),
            50,
            25));
    cases.put("price_bands", new PriceBands(MARCH, List.of(), Comparison.NONE));
    cases.put(
        "association_of_categories",
        new Association(
            MARCH, FROM_EMAIL, Dimension.CATEGORY, Association.Basket.ORDER, 5, null, 50));
    cases.put(
        "association_with_a_product",
        new Association(
            MARCH, List.of(), Dimension.PRODUCT, Association.Basket.SESSION, 5, "email", 20));
    for (Quantity quantity : Quantity.values()) {
      cases.put(
          "distribution_" + quantity.wireName(),
          new Distribution(
              quantity,
              MARCH,
              FROM_EMAIL,
              quantity == Quantity.ORDER_VALUE ? Comparison.PREVIOUS_PERIOD : Comparison.NONE));
    }
    cases.put(
        "segments_by_sessions",
        breakdown(
            List.of(Metric.VISITORS, Metric.REVENUE, Metric.VIEWS),
            List.of(Dimension.SEGMENT),
            List.of(new Filter(Dimension.SEGMENT, Filter.Op.IS_NOT, List.of("email"))),
            Comparison.NONE));
    for (VisitorSegments.Scheme scheme : VisitorSegments.Scheme.values()) {
      for (VisitorSegments.View view : VisitorSegments.View.values()) {
        cases.put(
            "segments_"
                + scheme.name().toLowerCase(Locale.ROOT)
                + "_"
                + view.name().toLowerCase(Locale.ROOT),
            new VisitorSegments(MARCH, FROM_EMAIL, Comparison.NONE, scheme, view));
      }
    }
    cases.put("carts_from_email", new Carts(null, MARCH, FROM_EMAIL, Comparison.NONE));
    cases.put(
        "carts_by_device_compared",
        new Carts(Dimension.DEVICE, MARCH, List.of(), Comparison.PREVIOUS_PERIOD));
    cases.put("cart_list", new CartList(Carts.State.ABANDONED, MARCH, FROM_EMAIL, 100, 50));
    cases.put(
        "attribution_by_channel",
        new Attribution(Dimension.CHANNEL, 30, MARCH, FROM_EMAIL, Comparison.NONE));
    cases.put(
        "attribution_compared",
        new Attribution(Dimension.CAMPAIGN, 7, MARCH, List.of(), Comparison.PREVIOUS_YEAR));
    cases.put(
        "buyer_histories_of_a_category",
        new BuyerHistories(
            MARCH, List.of(new Filter(Dimension.CATEGORY, Filter.Op.IS, List.of("lamps")))));
    cases.put(
        "outcomes_of_all",
        outcomes(null, List.of(Outcome.REVENUE_PER_VISITOR, Outcome.ERROR_RATE)));
    cases.put(
        "outcomes_of_everybody",
        new Outcomes(
            null,
            List.of(Outcome.CONVERSION_PER_SESSION),
            null,
            0,
            BigDecimal.ONE,
            true,
            MARCH,
            List.of()));
    cases.put("outcomes_by_day", outcomes(Dimension.DAY, List.of(Outcome.CONVERSION_PER_VISITOR)));
    cases.put(
        "outcomes_by_kind",
        outcomes(Dimension.VISITOR_KIND, List.of(Outcome.BOUNCE_RATE, Outcome.RESPONSE_TIME_P95)));
    for (ShopTable table : ShopTable.values()) {
      cases.put("table_" + table.wireName(), new Question.Table(table, MARCH, 100, 50));
    }
    cases.put(
        "log_messages_by_day",
        new LogFigures(
            List.of(LogFigure.LOGS, LogFigure.RESPONSE_P95, LogFigure.AMOUNT),
            List.of(LogDimension.TIME, LogDimension.MESSAGE, LogDimension.AMOUNT_RANGE),
            List.of(new LogFigures.Among(LogDimension.ERROR, List.of("true"))),
            MARCH,
            Grain.DAY,
            List.of(new Filter(Dimension.LEVEL, Filter.Op.IS, List.of("ERROR", "x' OR 1=1"))),
            new Sort("logs", true),
            20));
    return cases;
  }

  private static Question funnel(Funnel.Show show, List<Filter> filters) {
    FieldFilter page =
        new FieldFilter(Field.PAGE, Filter.Op.STARTS_WITH, List.of("x' OR 1=1", "/fr/"));
    Funnel.Way way =
        new Funnel.Way(
            List.of(
                new Funnel.Step(EventType.PRODUCT_VIEW, Funnel.Mode.REQUIRED, 2, List.of(page)),
                new Funnel.Step(EventType.SEARCH, Funnel.Mode.OPTIONAL, 1, List.of()),
                Funnel.Step.of(EventType.ADD_TO_CART),
                new Funnel.Step(EventType.REMOVE_FROM_CART, Funnel.Mode.EXCLUDED, 1, List.of()),
                Funnel.Step.of(EventType.PURCHASE)),
            Funnel.Order.STRICT,
            Duration.ofDays(7),
            Funnel.Entity.CART);
    return new Funnel(way, show, MARCH, filters, Comparison.NONE);
  }

  private static Question breakdown(
      List<Metric> metrics, List<Dimension> by, List<Filter> filters, Comparison comparison) {
    return new Question.Breakdown(
        metrics, by, MARCH, filters, comparison, new Sort(metrics.getFirst().wireName(), true), 50);
  }

  static List<String> names() {
    return List.copyOf(cases().keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void theSqlIsAsAgreed(String name) throws IOException {
    Question question = java.util.Objects.requireNonNull(cases().get(name));
    Sql sql = QUESTIONS.ask(question).sql();
    String text = sql.text() + "\n-- bound: " + sql.values() + "\n";
    Path file = FOLDER.resolve(name + ".sql");
    if ("write".equals(System.getProperty("vitrine.golden"))) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file));
    assertThat(sql.text()).doesNotContain("email").doesNotContain("1=1");
    assertThat(sql.text().chars().filter(c -> c == '?').count()).isEqualTo(sql.values().size());
  }
}
