package io.vitrine.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.BuyerHistories;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Filter;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.model.Segments;
import io.vitrine.model.ShopTable;
import io.vitrine.model.Sort;
import io.vitrine.model.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      new Questions(ZoneId.of("Europe/Paris"), Dialect.duckdb(), new Tables(Segments.DEFAULT, 2));

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
            MARCH, List.of(new Filter(Dimension.DEVICE, Filter.Op.IS, List.of("phone")))));
    cases.put(
        "buyer_histories_of_a_category",
        new BuyerHistories(
            MARCH, List.of(new Filter(Dimension.CATEGORY, Filter.Op.IS, List.of("lamps")))));
    for (ShopTable table : ShopTable.values()) {
      cases.put("table_" + table.wireName(), new Question.Table(table, MARCH, 100, 50));
    }
    return cases;
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
