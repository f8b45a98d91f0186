package io.vitrine.store;

import static io.vitrine.store.Shop.at;
import static io.vitrine.store.Shop.did;
import static io.vitrine.store.Shop.event;
import static io.vitrine.store.Shop.line;
import static io.vitrine.store.Shop.money;
import static io.vitrine.store.Shop.order;
import static io.vitrine.store.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Filter;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Question;
import io.vitrine.model.Sort;
import io.vitrine.model.Span;
import io.vitrine.model.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How every event store answers. */
public abstract class QuestionsContract extends StoreFixture {

  private Answer trend(Span span, Grain grain, Comparison comparison, Metric... metrics) {
    return store.answer(new Question.Trend(List.of(metrics), span, grain, List.of(), comparison));
  }

  @Test
  void trendsHaveEveryDayAndThoseComparedWith() {
    append(
        view("ann", "p1", "2026-03-27T10:00:00"),
        view("ann", "p1", "2026-03-28T10:00:00"),
        view("ann", "p1", "2026-03-30T10:00:00"));
    Answer answer =
        trend(
            days("2026-03-28", "2026-03-30"),
            Grain.DAY,
            Comparison.PREVIOUS_PERIOD,
            Metric.VISITORS,
            Metric.BOUNCE_RATE,
            Metric.REVENUE);
    assertThat(answer.columns())
        .extracting(Answer.Column::name)
        .containsExactly(
            "bucket",
            "visitors",
            "bounce_rate",
            "revenue",
            "visitors_previous",
            "bounce_rate_previous",
            "revenue_previous");
    assertThat(answer.rows())
        .containsExactly(
            row(LocalDate.parse("2026-03-28"), 1L, 1.0, money("0.00"), 0L, null, money("0.00")),
            row(LocalDate.parse("2026-03-29"), 0L, null, money("0.00"), 0L, null, money("0.00")),
            row(LocalDate.parse("2026-03-30"), 1L, 1.0, money("0.00"), 1L, 1.0, money("0.00")));
    assertThat(answer.meta().comparedWith()).isEqualTo(days("2026-03-25", "2026-03-27"));
    assertThat(answer.meta().source()).isEqualTo(Answer.Source.DERIVED);
  }

  @Test
  void weeksStartOnMondayAndMonthsOnTheFirst() {
    append(view("ann", "p1", "2026-03-29T10:00:00"), view("ann", "p1", "2026-03-31T10:00:00"));
    assertThat(
            trend(
                    days("2026-03-25", "2026-03-31"),
                    Grain.WEEK,
                    Comparison.NONE,
                    Metric.VISITORS,
                    Metric.EVENTS)
                .rows())
        .containsExactly(
            row(LocalDate.parse("2026-03-23"), 1L, 1L), row(LocalDate.parse("2026-03-30"), 1L, 1L));
    assertThat(
            trend(
                    days("2026-02-25", "2026-03-31"),
                    Grain.MONTH,
                    Comparison.NONE,
                    Metric.VISITORS,
                    Metric.EVENTS)
                .rows())
        .containsExactly(
            row(LocalDate.parse("2026-02-01"), 0L, 0L), row(LocalDate.parse("2026-03-01"), 1L, 2L));
  }

  @Test
  void aDayWithAClockChangeHasItsHours() {
    append(view("ann", "p1", "2026-03-29T03:10:00"));
    Answer spring =
        trend(day("2026-03-29"), Grain.HOUR, Comparison.NONE, Metric.VISITORS, Metric.VIEWS);
    assertThat(spring.rows()).hasSize(23);
    assertThat(spring.rows().get(2)).isEqualTo(row(Instant.parse("2026-03-29T01:00:00Z"), 1L, 1L));
    Instant second = Instant.parse("2025-10-26T01:10:00Z");
    append(view("ann", "p1", "2025-10-26T02:10:00").set(Field.TIMESTAMP, second));
    Answer autumn =
        trend(day("2025-10-26"), Grain.HOUR, Comparison.NONE, Metric.VISITORS, Metric.VIEWS);
    assertThat(autumn.rows()).hasSize(25);
    assertThat(autumn.rows().get(2)).isEqualTo(row(Instant.parse("2025-10-26T00:00:00Z"), 0L, 0L));
    assertThat(autumn.rows().get(3)).isEqualTo(row(Instant.parse("2025-10-26T01:00:00Z"), 1L, 1L));
    assertThat(autumn.rows().get(4)).isEqualTo(row(Instant.parse("2025-10-26T02:00:00Z"), 0L, 0L));
  }

  @Test
  void minutesAndPartsOfHoursAreReadFromEvents() {
    append(
        view("ann", "p1", "2026-03-02T10:00:10"),
        view("ann", "p1", "2026-03-02T10:01:10"),
        order("o1", EventType.PURCHASE, "2026-03-02T10:01:20")
            .set(Field.VISITOR_ID, "ann")
            .set(Field.AMOUNT, money("7")),
        event(EventType.ERROR, "2026-03-02T10:01:59"));
    TimeRange range = new TimeRange(at("2026-03-02T10:00:30"), at("2026-03-02T10:03:00"));
    Answer answer =
        trend(
            range,
            Grain.MINUTE,
            Comparison.NONE,
            Metric.VISITORS,
            Metric.SESSIONS,
            Metric.EVENTS,
            Metric.REVENUE,
            Metric.ERRORS);
    assertThat(answer.rows())
        .containsExactly(
            row(at("2026-03-02T10:00:00"), 0L, 0L, 0L, money("0.00"), 0L),
            row(at("2026-03-02T10:01:00"), 1L, 0L, 2L, money("7.00"), 1L),
            row(at("2026-03-02T10:02:00"), 0L, 0L, 0L, money("0.00"), 0L));
    assertThat(answer.meta().source()).isEqualTo(Answer.Source.RAW);
    assertThat(totals(range, Metric.VISITORS, Metric.NEW_VISITORS, Metric.ORDERS))
        .containsExactly(1L, 0L, 1L);
  }

  @Test
  void totalsStandBesideThoseOfTheYearBefore() {
    append(
        view("ann", "p1", "2025-03-02T10:00:00"),
        view("bob", "p1", "2025-03-02T10:00:00"),
        view("ann", "p1", "2026-03-02T10:00:00"));
    Answer answer =
        store.answer(
            new Question.Totals(
                List.of(Metric.VISITORS, Metric.CONVERSION_PER_VISITOR),
                day("2026-03-02"),
                List.of(),
                Comparison.PREVIOUS_YEAR));
    assertThat(answer.rows()).containsExactly(row(1L, 0.0, 2L, 0.0));
    assertThat(answer.columns().get(2).role()).isEqualTo(Answer.Role.COMPARISON);
  }

  @Test
  void productsAreSplitNamedAndLimited() {
    append(
        view("ann", "p1", "2026-03-28T10:00:00").set(Field.PRODUCT_NAME, "Mug"),
        view("ann", "p1", "2026-03-28T10:00:01").set(Field.PRODUCT_NAME, "Cup"),
        order("o1", EventType.PURCHASE, "2026-03-28T10:05:00")
            .set(Field.VISITOR_ID, "ann")
            .items(List.of(line("p1", 2, "10.00"), line("p2", 1, "5.50"))));
    Answer answer =
        store.answer(
            new Question.Breakdown(
                List.of(
                    Metric.VIEWS,
                    Metric.VISITORS,
                    Metric.ORDERS,
                    Metric.REVENUE,
                    Metric.BUYERS,
                    Metric.VIEW_TO_PURCHASE),
                List.of(Dimension.PRODUCT),
                day("2026-03-28"),
                List.of(),
                Comparison.PREVIOUS_PERIOD,
                new Sort("revenue", true),
                1));
    assertThat(answer.rows())
        .containsExactly(
            row(
                "p1",
                "Cup",
                2L,
                1L,
                1L,
                money("20.00"),
                1L,
                0.5,
                0L,
                0L,
                0L,
                money("0.00"),
                0L,
                null));
    assertThat(answer.meta().notes()).containsExactly(new Answer.Note("rows_left_out", 1));
  }

  @Test
  void categoriesAreThoseOfTheProducts() {
    append(
        view("ann", "p1", "2026-03-28T10:00:00").set(Field.CATEGORY_ID, "old"),
        view("ann", "p1", "2026-03-28T11:00:00").set(Field.CATEGORY_ID, "cups"),
        view("ann", "p2", "2026-03-28T10:00:00"),
        order("o1", EventType.PURCHASE, "2026-03-28T10:05:00").items(List.of(line("p1", 1, "4"))));
    assertThat(
            breakdown(day("2026-03-28"), List.of(Dimension.CATEGORY), Metric.VIEWS, Metric.REVENUE)
                .rows())
        .containsExactly(row("cups", 2L, money("4.00")), row(null, 1L, money("0.00")));
    List<Filter> filters = List.of(is(Dimension.CATEGORY, "cups"));
    assertThat(totals(day("2026-03-28"), filters, Metric.VIEWS, Metric.SESSIONS, Metric.ORDERS))
        .containsExactly(2L, 2L, 1L);
  }

  @Test
  void productsCanBeFilteredByWhereVisitorsComeFrom() {
    append(
        view("ann", "p1", "2026-03-28T10:00:00").set(Field.CHANNEL, "email"),
        view("bob", "p1", "2026-03-28T10:00:00").set(Field.CHANNEL, "search"));
    List<Filter> filters =
        List.of(is(Dimension.PRODUCT, "p1"), is(Dimension.CHANNEL, "search", "ads"));
    assertThat(totals(day("2026-03-28"), filters, Metric.VIEWS, Metric.VISITORS))
        .containsExactly(1L, 1L);
  }

  @Test
  void filtersCompareAsTheySay() {
    append(
        view("a", "p", "2026-03-28T10:00:00").set(Field.CHANNEL, "email"),
        view("b", "p", "2026-03-28T11:00:00").set(Field.CHANNEL, "Paid Search"),
        view("c", "p", "2026-03-28T12:00:00"));
    assertThat(visitors(Dimension.CHANNEL, Filter.Op.IS, "email", "x")).isEqualTo(1L);
    assertThat(visitors(Dimension.CHANNEL, Filter.Op.IS_NOT, "email", "x")).isEqualTo(2L);
    assertThat(visitors(Dimension.CHANNEL, Filter.Op.CONTAINS, "SEARCH")).isEqualTo(1L);
    assertThat(visitors(Dimension.CHANNEL, Filter.Op.CONTAINS, "%")).isEqualTo(0L);
    assertThat(visitors(Dimension.CHANNEL, Filter.Op.STARTS_WITH, "Paid")).isEqualTo(1L);
    assertThat(visitors(Dimension.CHANNEL, Filter.Op.STARTS_WITH, "paid")).isEqualTo(0L);
    assertThat(visitors(Dimension.CHANNEL, Filter.Op.EXISTS)).isEqualTo(2L);
    assertThat(visitors(Dimension.HOUR, Filter.Op.GREATER, "10")).isEqualTo(2L);
    assertThat(visitors(Dimension.HOUR, Filter.Op.LESS, "11")).isEqualTo(1L);
    assertThat(visitors(Dimension.WEEKDAY, Filter.Op.IS, "6")).isEqualTo(3L);
    assertThat(visitors(Dimension.DAY, Filter.Op.GREATER, "2026-03-28")).isEqualTo(0L);
  }

  private Object visitors(Dimension dimension, Filter.Op op, String... values) {
    List<Filter> filters = List.of(new Filter(dimension, op, List.of(values)));
    return Objects.requireNonNull(totals(day("2026-03-28"), filters, Metric.VISITORS).getFirst());
  }

  @Test
  void valuesAreNeverPartOfTheSql() {
    String attack = "x' OR '1'='1'; DROP TABLE events; --";
    append(view("ann", "p1", "2026-03-28T10:00:00").set(Field.CHANNEL, attack));
    assertThat(visitors(Dimension.CHANNEL, Filter.Op.IS, attack)).isEqualTo(1L);
    assertThat(visitors(Dimension.CHANNEL, Filter.Op.IS, "x' OR '1'='1")).isEqualTo(0L);
    assertThat(store.values(Dimension.CHANNEL, attack, 5))
        .containsExactly(new ValueCount(attack, 1));
    assertThat(store.extent().events()).isEqualTo(1);
  }

  @Test
  void whatMakesNoSenseIsRefusedByName() {
    refused(
        "bounce_rate cannot be counted by product",
        () -> breakdown(day("2026-03-28"), List.of(Dimension.PRODUCT), Metric.BOUNCE_RATE));
    refused(
        "orders cannot be counted by level",
        () -> breakdown(day("2026-03-28"), List.of(Dimension.LEVEL), Metric.ORDERS));
    refused(
        "the filter on hour does not understand ten",
        () -> visitors(Dimension.HOUR, Filter.Op.IS, "ten"));
    refused(
        "GREATER does not apply to channel",
        () -> visitors(Dimension.CHANNEL, Filter.Op.GREATER, "a"));
    refused(
        "the rows cannot be sorted by name, which is not asked for",
        () ->
            store.answer(
                new Question.Breakdown(
                    List.of(Metric.VIEWS),
                    List.of(Dimension.CHANNEL),
                    day("2026-03-28"),
                    List.of(),
                    Comparison.NONE,
                    new Sort("name", true),
                    10)));
    refused(
        "the trend has more than 100000 buckets; take a wider grain",
        () ->
            trend(
                days("2025-01-01", "2026-01-01"), Grain.MINUTE, Comparison.NONE, Metric.VISITORS));
  }

  private static void refused(String message, Runnable question) {
    assertThatThrownBy(question::run)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.category()).isEqualTo(Problem.Category.CALLER))
        .hasMessage(message);
  }

  @Test
  void logsAreCountedByTypeLevelAndService() {
    append(
        log(EventType.LOG, "INFO", "shop"),
        log(EventType.LOG, "FATAL", "shop"),
        log(EventType.ERROR, "INFO", "cart"),
        view("ann", "p1", "2026-03-02T10:00:00"));
    assertThat(
            breakdown(
                    day("2026-03-02"),
                    List.of(Dimension.SERVICE),
                    Metric.LOGS,
                    Metric.ERRORS,
                    Metric.ERROR_RATE)
                .rows())
        .containsExactly(row("cart", 1L, 1L, 1.0), row("shop", 2L, 1L, 0.5));
    List<Filter> filters = List.of(is(Dimension.LEVEL, "INFO"));
    assertThat(totals(day("2026-03-02"), filters, Metric.LOGS)).containsExactly(2L);
    assertThat(
            breakdown(day("2026-03-02"), List.of(Dimension.TYPE), Metric.EVENTS, Metric.LOGS)
                .rows())
        .containsExactly(row("error", 0L, 1L), row("log", 0L, 2L), row("product_view", 1L, 0L));
  }

  private static Event.Draft log(EventType type, String level, String service) {
    return event(type, "2026-03-02T10:00:00").set(Field.LEVEL, level).set(Field.SERVICE, service);
  }

  @Test
  void anExperimentIsReadFromItsExposures() {
    append(
        exposed("ann", "a", "2026-03-02T10:00:00"),
        exposed("ann", "b", "2026-03-02T11:00:00"),
        exposed("bob", "b", "2026-03-02T10:30:00"),
        exposed("cat", "b", "2026-03-02T10:40:00").set(Field.BOT, true),
        boughtBy("ann", "o1", "2026-03-02T10:00:00"),
        boughtBy("bob", "o2", "2026-03-02T10:29:00"),
        boughtBy("bob", "o3", "2026-03-02T10:31:00"),
        order("o3", EventType.CANCELLATION, "2026-03-02T10:32:00"));
    Answer answer = store.answer(new Question.Exposures(day("2026-03-02"), List.of()));
    assertThat(answer.columns())
        .extracting(Answer.Column::name)
        .containsExactly(
            "experiment", "variant", "first_exposure", "visitors", "buyers", "several_variants");
    assertThat(answer.rows())
        .containsExactly(
            row("button", "a", at("2026-03-02T10:00:00"), 1L, 1L, 1L),
            row("button", "b", at("2026-03-02T10:30:00"), 1L, 0L, 0L));
  }

  @Test
  void whatWasShownBeforeAnExperimentBeganDoesNotCount() {
    append(
        exposed("ann", "a", "2026-03-01T10:00:00"),
        exposed("ann", "b", "2026-03-03T10:00:00"),
        exposed("bob", "a", "2026-03-01T11:00:00"),
        exposed("cat", "a", "2026-03-02T11:00:00"),
        exposed("dan", "a", "2026-03-01T12:00:00").set(Field.EXPERIMENT, "older"));
    Period days = new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));
    TreeMap<String, LocalDate> since =
        new TreeMap<>(Map.of("button", LocalDate.parse("2026-03-02")));
    assertThat(store.answer(new Question.Exposures(days, since, List.of())).rows())
        .containsExactly(
            row("button", "a", at("2026-03-02T11:00:00"), 1L, 0L, 0L),
            row("button", "b", at("2026-03-03T10:00:00"), 1L, 0L, 0L),
            row("older", "a", at("2026-03-01T12:00:00"), 1L, 0L, 0L));
  }

  private static Event.Draft boughtBy(String visitor, String order, String local) {
    return order(order, EventType.PURCHASE, local)
        .set(Field.VISITOR_ID, visitor)
        .set(Field.AMOUNT, Shop.money("10"));
  }

  private static Event.Draft exposed(String visitor, String variant, String local) {
    return did(visitor, EventType.EXPOSURE, local)
        .set(Field.EXPERIMENT, "button")
        .set(Field.VARIANT, variant);
  }

  @Test
  void anAnswerSaysWhatItKnows() {
    append(view("ann", "p1", "2026-03-02T10:00:00"));
    Answer.Meta meta = breakdown(day("2026-03-02"), List.of(Dimension.DAY), Metric.VIEWS).meta();
    assertThat(meta.watermark()).isEqualTo(1);
    assertThat(meta.asOf()).isEqualTo(CLOCK.instant());
    assertThat(meta.partial()).isFalse();
    assertThat(meta.zone()).isEqualTo(Shop.PARIS);
    assertThat(trend(day("2026-04-10"), Grain.DAY, Comparison.NONE, Metric.VIEWS).meta().partial())
        .isTrue();
  }
}
