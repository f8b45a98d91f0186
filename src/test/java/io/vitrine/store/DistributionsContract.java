package io.vitrine.store;

import static io.vitrine.store.Shop.at;
import static io.vitrine.store.Shop.line;
import static io.vitrine.store.Shop.money;
import static io.vitrine.store.Shop.order;
import static io.vitrine.store.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Distribution;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Filter;
import io.vitrine.model.Problem;
import io.vitrine.model.Quantity;
import io.vitrine.model.Span;
import io.vitrine.model.TimeRange;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every event store spreads a quantity. */
public abstract class DistributionsContract extends StoreFixture {

  private Answer spread(Quantity quantity, Span span, Filter... filters) {
    return store.answer(new Distribution(quantity, span, List.of(filters), Comparison.NONE));
  }

  private static Event.Draft bought(String order, String visitor, String amount, String local) {
    return order(order, EventType.PURCHASE, local)
        .set(Field.VISITOR_ID, visitor)
        .set(Field.AMOUNT, money(amount));
  }

  private static List<List<@Nullable Object>> classes(Answer answer) {
    return answer.rows().stream().<List<@Nullable Object>>map(row -> row.subList(0, 3)).toList();
  }

  @Test
  void ordersLieInClassesOfARoundWidthFromNothing() {
    append(
        bought("o1", "ann", "10", "2026-03-02T10:00:00"),
        bought("o2", "bob", "20", "2026-03-02T11:00:00"),
        bought("o3", "cat", "30", "2026-03-02T12:00:00"),
        bought("o4", "dan", "100", "2026-03-02T13:00:00"));
    Answer answer = spread(Quantity.ORDER_VALUE, day("2026-03-02"));
    assertThat(classes(answer).getFirst()).isEqualTo(row(money("0.00"), money("5.00"), 0L));
    assertThat(classes(answer).get(2)).isEqualTo(row(money("10.00"), money("15.00"), 1L));
    assertThat(classes(answer).getLast()).isEqualTo(row(money("100.00"), null, 1L));
    assertThat(answer.rows()).hasSize(21);
    // Type 7: the value at 0.9 * 3 = 2.7 lies seven tenths of the way from 30 to 100.
    assertThat(answer.rows().getFirst().subList(3, 14))
        .isEqualTo(
            row(
                4L,
                money("40.00"),
                money("10.00"),
                money("13.00"),
                money("17.50"),
                money("25.00"),
                money("47.50"),
                money("79.00"),
                money("89.50"),
                money("97.90"),
                money("100.00")));
  }

  @Test
  void anOrderIsWorthWhatWasNotGivenBack() {
    append(
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00")
            .set(Field.VISITOR_ID, "ann")
            .items(List.of(line("p1", 2, "10.00"), line("p2", 1, "5.00"), line("p3", 4, null))),
        order("o1", EventType.REFUND, "2026-03-20T10:00:00").set(Field.AMOUNT, money("5")),
        bought("o2", "bob", "50", "2026-03-02T10:00:00"),
        order("o2", EventType.CANCELLATION, "2026-03-03T10:00:00"),
        order("o3", EventType.PURCHASE, "2026-03-02T10:00:00").items(List.of(line("p1", 3, null))));
    Answer worth = spread(Quantity.ORDER_VALUE, day("2026-03-02"));
    assertThat(worth.value(0, "n")).isEqualTo(1L);
    assertThat(worth.value(0, "mean")).isEqualTo(money("20.00"));
    assertThat(worth.meta().notes()).containsExactly(new Answer.Note("lines_without_amount", 2));
    Answer items = spread(Quantity.ITEMS_PER_ORDER, day("2026-03-02"));
    assertThat(classes(items).get(2)).isEqualTo(row(3.0, 4.0, 1L));
    assertThat(classes(items).getLast()).isEqualTo(row(6.0, 11.0, 1L));
    assertThat(items.value(0, "mean")).isEqualTo(5.0);
  }

  @Test
  void sessionsAreOnesThatStartInTheTime() {
    append(
        view("ann", "p1", "2026-03-02T23:50:00"),
        view("ann", "p1", "2026-03-03T00:00:20"),
        view("bob", "p1", "2026-03-02T10:00:00"),
        view("cat", "p1", "2026-03-03T10:00:00"));
    Answer depth = spread(Quantity.SESSION_DEPTH, day("2026-03-02"));
    assertThat(classes(depth)).containsExactly(row(1.0, 2.0, 1L), row(2.0, 3.0, 1L));
    Answer length = spread(Quantity.SESSION_DURATION, day("2026-03-02"));
    assertThat(length.value(0, "maximum")).isEqualTo(620.0);
    assertThat(classes(length).getFirst()).isEqualTo(row(0.0, 1.0, 1L));
    assertThat(classes(length).getLast()).isEqualTo(row(600.0, 1800.0, 1L));
    TimeRange range = new TimeRange(at("2026-03-02T23:50:00"), at("2026-03-02T23:50:01"));
    assertThat(spread(Quantity.SESSION_DEPTH, range).value(0, "n")).isEqualTo(1L);
  }

  @Test
  void theLastClassIsOpenWhereNothingEndsIt() {
    append(
        IntStream.range(0, 102)
            .mapToObj(
                second ->
                    view(
                        "ann", "p1", "2026-03-02T10:%02d:%02d".formatted(second / 60, second % 60)))
            .toArray(Event.Draft[]::new));
    assertThat(classes(spread(Quantity.SESSION_DEPTH, day("2026-03-02"))).getLast())
        .isEqualTo(row(101.0, null, 1L));
  }

  @Test
  void timeRunsFromTheOrderBeforeEvenWhenThatIsOutsideOfThePeriod() {
    append(
        view("ann", "p1", "2026-01-31T22:00:00"),
        bought("o1", "ann", "10", "2026-02-01T10:00:00"),
        bought("o2", "ann", "10", "2026-03-02T10:00:00"),
        bought("o3", "ann", "10", "2026-03-02T11:30:00"),
        bought("o4", "bob", "10", "2026-03-02T11:30:00"),
        order("o5", EventType.PURCHASE, "2026-03-02T12:00:00").set(Field.AMOUNT, money("10")));
    Answer between = spread(Quantity.TIME_BETWEEN_ORDERS, day("2026-03-02"));
    assertThat(between.value(0, "n")).isEqualTo(2L);
    assertThat(between.value(0, "minimum")).isEqualTo(1.5);
    assertThat(between.value(0, "maximum")).isEqualTo(29 * 24.0);
    Answer first = spread(Quantity.TIME_TO_FIRST_ORDER, days("2026-02-01", "2026-03-02"));
    assertThat(first.value(0, "n")).isEqualTo(2L);
    assertThat(first.value(0, "minimum")).isEqualTo(0.0);
    assertThat(first.value(0, "maximum")).isEqualTo(12.0);
    assertThat(spread(Quantity.TIME_TO_FIRST_ORDER, day("2026-03-02")).value(0, "n")).isEqualTo(1L);
  }

  @Test
  void aComparedPeriodSharesTheClasses() {
    append(
        view("ann", "p1", "2026-03-01T10:00:00"),
        view("bob", "p1", "2026-03-02T10:00:00"),
        view("cat", "p1", "2026-03-01T10:00:00"),
        view("cat", "p1", "2026-03-01T10:00:05"),
        view("cat", "p1", "2026-03-01T10:00:06"));
    Answer answer =
        store.answer(
            new Distribution(
                Quantity.SESSION_DEPTH, day("2026-03-02"), List.of(), Comparison.PREVIOUS_PERIOD));
    int previous = answer.column("count_previous");
    assertThat(answer.rows().stream().map(row -> List.of(row.get(2), row.get(previous))))
        .containsExactly(List.of(1L, 1L), List.of(0L, 0L), List.of(0L, 1L));
    assertThat(answer.value(0, "mean_previous")).isEqualTo(2.0);
    assertThat(answer.meta().comparedWith()).isEqualTo(day("2026-03-01"));
  }

  @Test
  void filtersChooseAndRobotsStayOutside() {
    append(
        bought("o1", "ann", "10", "2026-03-02T10:00:00").set(Field.CHANNEL, "Email"),
        bought("o2", "bob", "30", "2026-03-02T10:00:00").set(Field.CHANNEL, "Direct"),
        bought("o3", "bot", "90", "2026-03-02T10:00:00").set(Field.BOT, true),
        order("o4", EventType.PURCHASE, "2026-03-02T10:00:00")
            .items(List.of(line("p1", 1, "7.00"), line("p2", 1, "5.00"))));
    assertThat(spread(Quantity.ORDER_VALUE, day("2026-03-02")).value(0, "n")).isEqualTo(3L);
    assertThat(
            spread(Quantity.ORDER_VALUE, day("2026-03-02"), is(Dimension.CHANNEL, "Email"))
                .value(0, "mean"))
        .isEqualTo(money("10.00"));
    assertThat(
            spread(Quantity.ORDER_VALUE, day("2026-03-02"), is(Dimension.PRODUCT, "p1"))
                .value(0, "mean"))
        .isEqualTo(money("7.00"));
    assertThat(
            spread(Quantity.ORDER_VALUE, day("2026-03-02"), is(Dimension.BOT, "any")).value(0, "n"))
        .isEqualTo(4L);
  }

  @Test
  void nothingHasNoClassesAndWhatMakesNoSenseIsRefused() {
    for (Quantity quantity : Quantity.values()) {
      assertThat(spread(quantity, day("2026-03-02")).rows()).isEmpty();
    }
    assertThatThrownBy(
            () -> spread(Quantity.SESSION_DEPTH, day("2026-03-02"), is(Dimension.PRODUCT, "p1")))
        .isInstanceOf(Problem.class)
        .hasMessage("session_depth cannot be filtered by product");
  }
}
