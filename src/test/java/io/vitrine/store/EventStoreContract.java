package io.vitrine.store;

import static io.vitrine.store.Shop.did;
import static io.vitrine.store.Shop.line;
import static io.vitrine.store.Shop.money;
import static io.vitrine.store.Shop.order;
import static io.vitrine.store.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.vitrine.model.Question;
import io.vitrine.model.Sort;
import io.vitrine.model.Span;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every event store does. */
public abstract class EventStoreContract {

  protected static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-10T10:00:00Z"), Shop.PARIS);

  @TempDir Path folder;
  protected EventStore store;

  protected abstract EventStore open(StoreSettings settings);

  @BeforeEach
  void openStore() {
    store = open(settings());
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  protected StoreSettings settings() {
    return StoreSettings.of(folder, Shop.PARIS, Currency.getInstance("EUR"));
  }

  protected Appended append(Event.Draft... drafts) {
    return store.append(Arrays.stream(drafts).map(Event.Draft::finish).toList());
  }

  protected static Period days(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }

  protected Answer totals(Span span, Metric... metrics) {
    return store.answer(new Question.Totals(List.of(metrics), span, List.of(), Comparison.NONE));
  }

  protected @Nullable Object total(Metric metric) {
    return totals(days("2026-01-01", "2026-04-09"), metric).value(0, metric.wireName());
  }

  @Test
  void visitorsSessionsAndEventsAreCounted() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00"),
        view("ann", "p2", "2026-03-02T10:30:00"),
        view("ann", "p1", "2026-03-02T11:00:01"),
        did("bob", EventType.PAGE_VIEW, "2026-03-02T10:00:00"));
    Answer answer =
        totals(
            days("2026-03-01", "2026-03-03"),
            Metric.VISITORS,
            Metric.SESSIONS,
            Metric.EVENTS,
            Metric.VIEWS,
            Metric.PAGE_VIEWS);
    assertThat(answer.rows()).containsExactly(List.of(2L, 3L, 4L, 3L, 4L));
  }

  @Test
  void anOrderCountsOnceAndRefundsRestateItsDay() {
    append(
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00")
            .set(Field.VISITOR_ID, "ann")
            .items(List.of(line("p1", 2, "10.00"), line("p2", 1, "5.50"))),
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:05").set(Field.AMOUNT, money("25.50")));
    append(order("o1", EventType.REFUND, "2026-03-20T10:00:00").set(Field.AMOUNT, money("5.50")));
    Answer answer =
        totals(
            days("2026-03-02", "2026-03-02"),
            Metric.ORDERS,
            Metric.ORDER_LINES,
            Metric.UNITS,
            Metric.GROSS_REVENUE,
            Metric.REFUNDS,
            Metric.REVENUE,
            Metric.AOV);
    assertThat(answer.rows())
        .containsExactly(
            List.of(1L, 2L, 3L, money("25.50"), money("5.50"), money("20.00"), money("20.00")));
  }

  @Test
  void trendsHaveEveryBucket() {
    append(view("ann", "p1", "2026-03-28T10:00:00"), view("ann", "p1", "2026-03-30T10:00:00"));
    Answer answer =
        store.answer(
            new Question.Trend(
                List.of(Metric.VISITORS, Metric.BOUNCE_RATE, Metric.REVENUE),
                days("2026-03-28", "2026-03-30"),
                Grain.DAY,
                List.of(),
                Comparison.PREVIOUS_PERIOD));
    assertThat(answer.rows())
        .containsExactly(
            Arrays.asList(
                LocalDate.parse("2026-03-28"), 1L, 1.0, money("0.00"), 0L, null, money("0.00")),
            Arrays.asList(
                LocalDate.parse("2026-03-29"), 0L, null, money("0.00"), 0L, null, money("0.00")),
            Arrays.asList(
                LocalDate.parse("2026-03-30"), 1L, 1.0, money("0.00"), 0L, null, money("0.00")));
  }

  @Test
  void breakdownsSplitByTheSession() {
    append(
        view("ann", "p1", "2026-03-28T10:00:00").set(Field.CHANNEL, "email"),
        order("o1", EventType.PURCHASE, "2026-03-28T10:05:00")
            .set(Field.VISITOR_ID, "ann")
            .set(Field.AMOUNT, money("7")),
        view("bob", "p1", "2026-03-28T10:00:00"));
    Answer answer =
        store.answer(
            new Question.Breakdown(
                List.of(Metric.SESSIONS, Metric.ORDERS, Metric.REVENUE),
                List.of(Dimension.CHANNEL),
                days("2026-03-28", "2026-03-28"),
                List.of(),
                Comparison.NONE,
                new Sort("revenue", true),
                10));
    assertThat(answer.rows())
        .containsExactly(
            List.of("email", 1L, 1L, money("7.00")), Arrays.asList(null, 1L, 0L, money("0.00")));
    assertThat(
            store
                .answer(
                    new Question.Totals(
                        List.of(Metric.REVENUE),
                        days("2026-03-28", "2026-03-28"),
                        List.of(
                            new Filter(Dimension.CHANNEL, Filter.Op.IS, List.of("x' OR '1'='1"))),
                        Comparison.NONE))
                .rows())
        .containsExactly(List.of(money("0.00")));
  }

  @Test
  void productsHaveTheirNames() {
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
                    Metric.VIEWS, Metric.VISITORS, Metric.ORDERS, Metric.REVENUE, Metric.BUYERS),
                List.of(Dimension.PRODUCT),
                days("2026-03-28", "2026-03-28"),
                List.of(),
                Comparison.PREVIOUS_PERIOD,
                new Sort("revenue", true),
                1));
    assertThat(answer.rows())
        .containsExactly(
            Arrays.asList(
                "p1", "Cup", 2L, 1L, 1L, money("20.00"), 1L, 0L, 0L, 0L, money("0.00"), 0L));
    assertThat(answer.meta().notes()).containsExactly(new Answer.Note("rows_left_out", 1));
  }

  @Test
  void anEventIsStoredOnce() {
    Event event = view("ann", "p1", "2026-03-28T10:00:00").set(Field.ID, "e").finish();
    assertThat(store.append(List.of(event, event)).outcomes())
        .containsExactly(Outcome.STORED, Outcome.DUPLICATE);
    assertThat(store.append(List.of(event)).outcomes()).containsExactly(Outcome.DUPLICATE);
    store.close();
    store = open(settings());
    assertThat(store.append(List.of(event)).outcomes()).containsExactly(Outcome.DUPLICATE);
    assertThat(total(Metric.EVENTS)).isEqualTo(1L);
    assertThat(store.watermark().sequence()).isEqualTo(1);
  }
}
