package io.vitrine.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Association;
import io.vitrine.model.Attribution;
import io.vitrine.model.CartList;
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
import io.vitrine.model.Metric;
import io.vitrine.model.Paths;
import io.vitrine.model.Period;
import io.vitrine.model.PriceBands;
import io.vitrine.model.Products;
import io.vitrine.model.Quantity;
import io.vitrine.model.Question;
import io.vitrine.model.ShopTable;
import io.vitrine.model.Sort;
import io.vitrine.model.TimeRange;
import io.vitrine.model.Timeline;
import io.vitrine.model.VisitorSegments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionFormTest {

  private static final SpanForm OCTOBER = new SpanForm("2026-10-01", "2026-10-31", null, null);
  private static final Period DAYS =
      new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

  private static QuestionForm form(
      @Nullable String kind, @Nullable List<String> metrics, @Nullable SpanForm period) {
    QuestionForm form = new QuestionForm();
    form.kind = kind;
    form.metrics = metrics;
    form.period = period;
    return form;
  }

  @Test
  void readsEveryKind() {
    assertThat(form("Totals", List.of("revenue"), OCTOBER).question())
        .isEqualTo(new Question.Totals(List.of(Metric.REVENUE), DAYS, List.of(), Comparison.NONE));
    assertThat(form("Trend", List.of("orders"), OCTOBER).question())
        .isEqualTo(
            new Question.Trend(
                List.of(Metric.ORDERS), DAYS, Grain.DAY, List.of(), Comparison.NONE));
    assertThat(form("Exposures", null, OCTOBER).question())
        .isEqualTo(new Question.Exposures(DAYS, List.of()));
  }

  @Test
  void aBreakdownIsSortedByItsFirstMetricUnlessItSaysOtherwise() {
    QuestionForm form = form("Breakdown", List.of("sessions", "revenue"), OCTOBER);
    form.by = List.of("channel");
    form.filters = List.of(new QuestionForm.FilterForm("country", "is_not", List.of("FR")));
    form.comparison = "previous_year";

    assertThat(form.question())
        .isEqualTo(
            new Question.Breakdown(
                List.of(Metric.SESSIONS, Metric.REVENUE),
                List.of(Dimension.CHANNEL),
                DAYS,
                List.of(new Filter(Dimension.COUNTRY, Filter.Op.IS_NOT, List.of("FR"))),
                Comparison.PREVIOUS_YEAR,
                new Sort("sessions", true),
                50));
  }

  @Test
  void everyQuestionSurvivesItsForm() {
    Question question =
        new Question.Breakdown(
            List.of(Metric.ORDERS),
            List.of(Dimension.WEEKDAY, Dimension.HOUR),
            new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(60)),
            List.of(new Filter(Dimension.BOT, Filter.Op.IS, List.of("any"))),
            Comparison.NONE,
            new Sort("hour", false),
            7);

    assertThat(QuestionForm.of(question).question()).isEqualTo(question);
  }

  @Test
  void waysAndTimelinesSurviveTheirForms() {
    Question ways =
        new Paths(
            Paths.Label.PAGES,
            "purchase",
            Paths.Direction.TO,
            4,
            Paths.Show.WAYS,
            30,
            DAYS,
            List.of());
    Question timeline = new Timeline("v1", DAYS, 20);
    for (Question question : List.of(ways, timeline)) {
      assertThat(QuestionForm.of(question).question()).isEqualTo(question);
    }
  }

  @Test
  void cohortsSurviveTheirForm() {
    Question question = new Cohort(Cohort.Beginning.FIRST_PURCHASE, Grain.MONTH, DAYS, List.of());
    assertThat(QuestionForm.of(question).question()).isEqualTo(question);
  }

  @Test
  void everyFunnelSurvivesItsForm() {
    Funnel.Way way =
        new Funnel.Way(
            List.of(
                new Funnel.Step(
                    EventType.PRODUCT_VIEW,
                    Funnel.Mode.REQUIRED,
                    3,
                    List.of(new FieldFilter(Field.PAGE, Filter.Op.CONTAINS, List.of("/sale")))),
                new Funnel.Step(EventType.SEARCH, Funnel.Mode.EXCLUDED, 1, List.of()),
                Funnel.Step.of(EventType.PURCHASE)),
            Funnel.Order.STRICT,
            Duration.ofHours(3),
            Funnel.Entity.CART);
    for (Funnel.Show show :
        List.of(
            new Funnel.Show.Steps(Dimension.DEVICE, 7),
            new Funnel.Show.Times(),
            new Funnel.Show.Trend(Grain.WEEK),
            new Funnel.Show.Visitors(2, true, 20))) {
      Question question = new Funnel(way, show, DAYS, List.of(), Comparison.NONE);
      assertThat(QuestionForm.of(question).question()).isEqualTo(question);
    }
  }

  @Test
  void cartsAndOriginsSurviveTheirForms() {
    List<Filter> email = List.of(new Filter(Dimension.CHANNEL, Filter.Op.IS, List.of("email")));
    for (Question question :
        List.of(
            new Carts(null, DAYS, email, Comparison.PREVIOUS_YEAR),
            new Carts(Dimension.DEVICE, DAYS, email, Comparison.NONE),
            new CartList(Carts.State.RECOVERED, DAYS, email, 50, 25),
            new Attribution(Dimension.CAMPAIGN, 7, DAYS, email, Comparison.PREVIOUS_PERIOD),
            new Distribution(Quantity.SESSION_DEPTH, DAYS, email, Comparison.NONE))) {
      assertThat(QuestionForm.of(question).question()).isEqualTo(question);
    }
    assertThat(form("CartList", null, OCTOBER).question())
        .isEqualTo(new CartList(Carts.State.ABANDONED, DAYS, List.of(), 0, 50));
    assertThat(form("Attribution", null, OCTOBER).question())
        .isEqualTo(new Attribution(Dimension.CHANNEL, 30, DAYS, List.of(), Comparison.NONE));
  }

  @Test
  void productsAndPairsSurviveTheirForms() {
    List<Filter> email = List.of(new Filter(Dimension.CHANNEL, Filter.Op.IS, List.of("email")));
    Question products =
        new Products(
            DAYS,
            email,
            Comparison.PREVIOUS_YEAR,
            Products.Group.NOT_SOLD,
            "mug",
            new Sort("views", true),
            50,
            25);
    Question bands = new PriceBands(DAYS, email, Comparison.NONE);
    Question pairs =
        new Association(DAYS, email, Dimension.CATEGORY, Association.Basket.SESSION, 3, "cups", 20);
    Question segments =
        new VisitorSegments(
            DAYS,
            email,
            Comparison.PREVIOUS_YEAR,
            VisitorSegments.Scheme.RFM,
            VisitorSegments.View.MOVEMENT);
    for (Question question : List.of(products, bands, pairs, segments)) {
      assertThat(QuestionForm.of(question).question()).isEqualTo(question);
    }
    assertThat(form("Products", null, OCTOBER).question())
        .isEqualTo(
            new Products(
                DAYS,
                List.of(),
                Comparison.NONE,
                Products.Group.ALL,
                "",
                new Sort("revenue", true),
                0,
                50));
    assertThat(form("Association", null, OCTOBER).question())
        .isEqualTo(
            new Association(
                DAYS, List.of(), Dimension.PRODUCT, Association.Basket.ORDER, 5, null, 50));
  }

  @Test
  void aTableIsOfTheWholeHistoryUnlessItSaysOtherwise() {
    QuestionForm form = table("daily_metrics", null, null, null);
    Question whole = new Question.Table(ShopTable.DAILY_METRICS, Period.ALWAYS, 0, 50);
    assertThat(form.question()).isEqualTo(whole);
    Question page = new Question.Table(ShopTable.USER_JOURNEY, DAYS, 200, 100);
    assertThat(table("user_journey", OCTOBER, 200L, 100).question()).isEqualTo(page);
    assertThat(QuestionForm.of(page).question()).isEqualTo(page);
    assertThat(QuestionForm.of(whole).question()).isEqualTo(whole);
  }

  @Test
  void aTableOfInstantsOrOfTooManyRowsIsRefused() {
    SpanForm instants = new SpanForm(null, null, "2026-10-01T00:00:00Z", "2026-10-02T00:00:00Z");
    assertThatThrownBy(() -> table("daily_metrics", instants, null, null).question())
        .hasMessageContaining("whole days");
    assertThatThrownBy(() -> table("daily_metrics", null, -1L, null).question())
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> table("daily_metrics", null, null, 10_001).question())
        .hasMessageContaining("10001");
    assertThatThrownBy(() -> table("sales", null, null, null).question())
        .hasMessageContaining("sales")
        .hasMessageContaining("daily_metrics");
  }

  private static QuestionForm table(
      String table, @Nullable SpanForm period, @Nullable Long offset, @Nullable Integer limit) {
    QuestionForm form = form("Table", null, period);
    form.table = table;
    form.offset = offset;
    form.limit = limit;
    return form;
  }

  @ParameterizedTest
  @CsvSource({
    "Totl, revenue, 2026-10-01, 2026-10-31, Totl",
    "Totals, turnover, 2026-10-01, 2026-10-31, turnover",
    "Totals, revenue, 2026-10-32, 2026-10-31, 2026-10-32",
    "Totals, revenue, 2026-11-01, 2026-10-31, 2026-10-31",
    "Totals, REVENUE, 2026-10-01, 2026-10-31, REVENUE",
    "Totals, revenue, 0001-01-01, 2026-10-31, 0001-01-01",
  })
  void aFaultIsNamed(String kind, String metric, String from, String to, String named) {
    assertThatThrownBy(
            () -> form(kind, List.of(metric), new SpanForm(from, to, null, null)).question())
        .hasMessageContaining(named);
  }

  @Test
  void aPeriodIsDaysOrInstantsNotHalfOfBoth() {
    assertThatThrownBy(
            () ->
                form("Totals", List.of("revenue"), new SpanForm("2026-10-01", null, null, null))
                    .question())
        .hasMessageContaining("from and to");
    assertThatThrownBy(() -> form("Totals", List.of("revenue"), null).question())
        .hasMessageContaining("period");
    assertThatThrownBy(() -> form("Totals", List.of(), OCTOBER).question())
        .hasMessageContaining("1 to 40 metrics");
    assertThatThrownBy(() -> form("Totals", null, OCTOBER).question())
        .hasMessageContaining("metrics");
    assertThatThrownBy(() -> form(null, List.of("revenue"), OCTOBER).question())
        .hasMessageContaining("kind");
  }
}
