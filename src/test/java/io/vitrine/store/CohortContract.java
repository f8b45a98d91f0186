package io.vitrine.store;

import static io.vitrine.store.Shop.did;
import static io.vitrine.store.Shop.money;
import static io.vitrine.store.Shop.order;
import static io.vitrine.store.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Answer;
import io.vitrine.model.Cohort;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Filter;
import io.vitrine.model.Grain;
import io.vitrine.model.Problem;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How every event store counts cohorts. */
public abstract class CohortContract extends StoreFixture {

  private Answer ask(Cohort.Beginning beginning, Grain grain, String from, String to, Filter... f) {
    return store.answer(new Cohort(beginning, grain, days(from, to), List.of(f)));
  }

  private static LocalDate on(String day) {
    return LocalDate.parse(day);
  }

  private static Event.Draft bought(String visitor, String order, String amount, String time) {
    return order(order, EventType.PURCHASE, time)
        .set(Field.VISITOR_ID, visitor)
        .set(Field.AMOUNT, money(amount));
  }

  /** 2 March 2026 is a Monday. Ann and bob come in its week, cat in the next. */
  private void threeVisitors() {
    append(
        view("ann", "p1", "2026-03-03T10:00:00").set(Field.CHANNEL, "Email"),
        view("ann", "p1", "2026-03-05T10:00:00"),
        bought("ann", "o1", "30.00", "2026-03-10T10:00:00"),
        view("ann", "p1", "2026-03-12T10:00:00"),
        view("bob", "p1", "2026-03-08T23:00:00").set(Field.CHANNEL, "Direct"),
        view("cat", "p1", "2026-03-11T10:00:00").set(Field.CHANNEL, "Direct"),
        bought("cat", "o2", "10.00", "2026-03-11T11:00:00"),
        bought("cat", "o3", "5.00", "2026-03-17T11:00:00"),
        bought("cat", "o4", "99.00", "2026-03-17T12:00:00"),
        order("o4", EventType.CANCELLATION, "2026-03-17T13:00:00"),
        order("o2", EventType.REFUND, "2026-03-17T13:00:00").set(Field.AMOUNT, money("4.00")),
        view("bot", "p1", "2026-03-03T10:00:00").set(Field.BOT, true));
  }

  @Test
  void weeksOfFirstVisitsAreKeptByPeopleAndByMoney() {
    threeVisitors();
    Answer answer = ask(Cohort.Beginning.FIRST_VISIT, Grain.WEEK, "2026-03-04", "2026-03-10");
    assertThat(answer.columns())
        .extracting(Answer.Column::name)
        .containsExactly(
            "cohort",
            "age",
            "size",
            "active",
            "retention",
            "buyers",
            "buyer_retention",
            "orders",
            "revenue",
            "revenue_retention",
            "revenue_cumulative",
            "ltv",
            "complete");
    assertThat(answer.rows())
        .containsExactly(
            row(
                on("2026-03-02"),
                0L,
                2L,
                2L,
                1.0,
                0L,
                0.0,
                0L,
                money("0.00"),
                null,
                money("0.00"),
                money("0.00"),
                true),
            row(
                on("2026-03-02"),
                1L,
                2L,
                1L,
                0.5,
                1L,
                0.5,
                1L,
                money("30.00"),
                null,
                money("30.00"),
                money("15.00"),
                true),
            row(
                on("2026-03-02"),
                2L,
                2L,
                0L,
                0.0,
                0L,
                0.0,
                0L,
                money("0.00"),
                null,
                money("30.00"),
                money("15.00"),
                false),
            row(
                on("2026-03-09"),
                0L,
                1L,
                1L,
                1.0,
                1L,
                1.0,
                1L,
                money("6.00"),
                1.0,
                money("6.00"),
                money("6.00"),
                true),
            row(
                on("2026-03-09"),
                1L,
                1L,
                1L,
                1.0,
                1L,
                1.0,
                1L,
                money("5.00"),
                5.0 / 6,
                money("11.00"),
                money("11.00"),
                false));
  }

  @Test
  void monthsOfFirstPurchasesLeaveCancelledOrdersOut() {
    append(
        bought("ann", "o1", "10.00", "2026-01-31T10:00:00"),
        order("o1", EventType.CANCELLATION, "2026-02-01T10:00:00"),
        bought("ann", "o2", "20.00", "2026-02-03T10:00:00"),
        did("ann", EventType.PAGE_VIEW, "2026-03-31T23:00:00"),
        did("eve", EventType.PAGE_VIEW, "2026-04-02T10:00:00"));
    Answer answer = ask(Cohort.Beginning.FIRST_PURCHASE, Grain.MONTH, "2026-01-01", "2026-04-10");
    assertThat(
            answer.rows().stream()
                .map(row -> List.of(row.get(0), row.get(1), row.get(3), row.get(5), row.get(12)))
                .toList())
        .containsExactly(
            List.of(on("2026-02-01"), 0L, 1L, 1L, true),
            List.of(on("2026-02-01"), 1L, 1L, 0L, true),
            List.of(on("2026-02-01"), 2L, 0L, 0L, false));
  }

  @Test
  void filtersAreOfHowTheyBegan() {
    threeVisitors();
    Filter email = is(Dimension.CHANNEL, "Email");
    assertThat(
            size(ask(Cohort.Beginning.FIRST_VISIT, Grain.WEEK, "2026-03-02", "2026-03-08", email)))
        .isEqualTo(1L);
    Filter any = is(Dimension.BOT, "any");
    assertThat(size(ask(Cohort.Beginning.FIRST_VISIT, Grain.WEEK, "2026-03-02", "2026-03-08", any)))
        .isEqualTo(3L);
  }

  private static Object size(Answer answer) {
    return java.util.Objects.requireNonNull(answer.value(0, "size"));
  }

  @Test
  void aVisitorSeenEarlierAfterAllChangesTheCohort() {
    append(view("ann", "p1", "2026-03-12T10:00:00"));
    append(view("ann", "p1", "2026-03-03T10:00:00"));
    Answer answer = ask(Cohort.Beginning.FIRST_VISIT, Grain.WEEK, "2026-03-02", "2026-03-15");
    assertThat(answer.rows()).hasSize(2);
    assertThat(answer.value(1, "active")).isEqualTo(1L);
    assertThat(answer.value(1, "cohort")).isEqualTo(on("2026-03-02"));
  }

  @Test
  void anEmptyShopHasNoCohorts() {
    assertThat(ask(Cohort.Beginning.FIRST_VISIT, Grain.WEEK, "2026-03-02", "2026-03-15").rows())
        .isEmpty();
  }

  @Test
  void whatMakesNoSenseIsRefusedByName() {
    assertThatThrownBy(
            () -> ask(Cohort.Beginning.FIRST_VISIT, Grain.DAY, "2026-03-02", "2026-03-15"))
        .isInstanceOf(Problem.class)
        .hasMessage("cohorts are of a week or a month");
    Filter product = is(Dimension.PRODUCT, "p1");
    assertThatThrownBy(
            () ->
                ask(Cohort.Beginning.FIRST_VISIT, Grain.WEEK, "2026-03-02", "2026-03-15", product))
        .isInstanceOf(Problem.class)
        .hasMessage("cohorts are not filtered by product");
  }
}
