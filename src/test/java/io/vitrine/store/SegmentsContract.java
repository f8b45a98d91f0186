package io.vitrine.store;

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
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Segments;
import io.vitrine.model.VisitorSegments;
import io.vitrine.model.VisitorSegments.Scheme;
import io.vitrine.model.VisitorSegments.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every event store puts visitors into segments. */
public abstract class SegmentsContract extends StoreFixture {

  private static final Period MARCH = days("2026-03-01", "2026-03-31");

  private Answer ask(Period period, List<Filter> filters, Scheme scheme, View view) {
    return store.answer(new VisitorSegments(period, filters, Comparison.NONE, scheme, view));
  }

  private static List<Event.Draft> views(String visitor, int count, String day) {
    List<Event.Draft> views = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      views.add(view(visitor, "p1", day + "T10:00:%02d".formatted(i)));
    }
    return views;
  }

  private static Event.Draft bought(String order, String visitor, String day, String price) {
    return order(order, EventType.PURCHASE, day + "T11:00:00")
        .set(Field.VISITOR_ID, visitor)
        .items(List.of(line("p1", 1, price)));
  }

  /** ann has 6 events, 3 of them in March; bob 2, one of them his purchase; a robot has 7. */
  private void threeVisitors() {
    List<Event.Draft> events = new ArrayList<>(views("ann", 3, "2026-02-10"));
    events.addAll(views("ann", 3, "2026-03-10"));
    events.addAll(views("bob", 1, "2026-03-28"));
    events.add(bought("o1", "bob", "2026-03-28", "20.00"));
    views("robot", 7, "2026-03-28").forEach(event -> events.add(event.set(Field.BOT, true)));
    append(events.toArray(Event.Draft[]::new));
  }

  @Test
  void aVisitorsSegmentIsByAllOfTheHistory() {
    threeVisitors();
    assertThat(
            breakdown(
                    MARCH,
                    List.of(Dimension.SEGMENT),
                    Metric.VISITORS,
                    Metric.EVENTS,
                    Metric.REVENUE)
                .rows())
        .containsExactly(
            row("New", 1L, 2L, money("20.00")), row("Occasional", 1L, 3L, money("0.00")));
    List<Filter> occasional = List.of(is(Dimension.SEGMENT, "Occasional", "Premium"));
    assertThat(totals(MARCH, occasional, Metric.VISITORS, Metric.SESSIONS, Metric.ORDERS))
        .containsExactly(1L, 1L, 0L);
    List<Filter> ofProduct = List.of(occasional.getFirst(), is(Dimension.PRODUCT, "p1"));
    assertThat(totals(MARCH, ofProduct, Metric.VIEWS)).containsExactly(3L);
    assertThat(store.values(Dimension.SEGMENT, "", 10))
        .containsExactly(new ValueCount("New", 2), new ValueCount("Occasional", 2));
  }

  @Test
  void aLaterEventMovesAVisitorAlsoInThePast() {
    threeVisitors();
    append(views("bob", 4, "2026-04-08").toArray(Event.Draft[]::new));
    List<Filter> fresh = List.of(is(Dimension.SEGMENT, "New"));
    assertThat(totals(MARCH, fresh, Metric.VISITORS)).containsExactly(0L);
  }

  @Test
  void theBoundsAreASetting() {
    threeVisitors();
    StoreSettings now = settings();
    reopen(
        new StoreSettings(
            now.folder(),
            now.zone(),
            now.currency(),
            now.sessionGap(),
            now.memory(),
            now.threads(),
            now.readers(),
            now.questionTimeout(),
            now.rowLimit(),
            new Segments(1, 2, 5),
            now.waitingEvents()));
    assertThat(breakdown(MARCH, List.of(Dimension.SEGMENT), Metric.VISITORS).rows())
        .containsExactly(row("Occasional", 1L), row("Premium", 1L));
  }

  @Test
  void sharesOfVisitorsOfEventsAndOfRevenueStandApart() {
    threeVisitors();
    Answer answer = ask(MARCH, List.of(), Scheme.ACTIVITY, View.SHARES);
    assertThat(answer.rows())
        .containsExactly(
            row(
                "New",
                1L,
                0.5,
                2L,
                0.4,
                1L,
                1L,
                money("20.00"),
                1.0,
                2.0,
                money("20.00"),
                1.0,
                1L,
                5L),
            row(
                "Occasional",
                1L,
                0.5,
                3L,
                0.6,
                0L,
                0L,
                money("0.00"),
                0.0,
                0.0,
                money("0.00"),
                0.0,
                6L,
                20L),
            row(
                "Regular",
                0L,
                null,
                0L,
                null,
                0L,
                0L,
                money("0.00"),
                null,
                null,
                null,
                null,
                21L,
                100L),
            row(
                "Premium",
                0L,
                null,
                0L,
                null,
                0L,
                0L,
                money("0.00"),
                null,
                null,
                null,
                null,
                101L,
                null));
  }

  @Test
  void visitorsMoveFromThePeriodBefore() {
    threeVisitors();
    Answer answer = ask(MARCH, List.of(), Scheme.ACTIVITY, View.MOVEMENT);
    assertThat(answer.rows())
        .containsExactly(row("not_seen", "New", 1L, 1.0), row("New", "Occasional", 1L, 1.0));
    assertThat(
            ask(MARCH, List.of(is(Dimension.DAY, "2026-03-28")), Scheme.ACTIVITY, View.MOVEMENT)
                .rows())
        .containsExactly(row("not_seen", "New", 1L, 1.0));
  }

  /** Five buyers, each more recent, more frequent and of more value than the next. */
  private void fiveBuyers() {
    List<Event.Draft> events = new ArrayList<>();
    for (int buyer = 1; buyer <= 5; buyer++) {
      for (int i = 0; i < buyer; i++) {
        String name = "buyer" + buyer;
        events.add(bought(name + "-" + i, name, "2026-03-%02d".formatted(20 + buyer), "100.00"));
      }
    }
    append(events.toArray(Event.Draft[]::new));
  }

  @Test
  void buyersAreScoredByFifths() {
    fiveBuyers();
    Answer answer = ask(MARCH, List.of(), Scheme.RFM, View.SHARES);
    assertThat(segment(answer, "champions"))
        .isEqualTo(
            row("champions", 2L, 0.4, 9L, money("900.00"), 0.6, 1.5, money("450.00"), 4.5, 6.5));
    assertThat(segment(answer, "fading"))
        .isEqualTo(
            row("fading", 1L, 0.2, 3L, money("300.00"), 0.2, 1.0, money("300.00"), 3.0, 8.0));
    assertThat(segment(answer, "lost"))
        .isEqualTo(row("lost", 2L, 0.4, 3L, money("300.00"), 0.2, 0.5, money("150.00"), 1.5, 9.5));
    assertThat(segment(answer, "loyal"))
        .isEqualTo(row("loyal", 0L, null, 0L, money("0.00"), null, null, null, null, null));
    assertThat(answer.rows()).hasSize(7);
  }

  private static List<@Nullable Object> segment(Answer answer, String name) {
    return answer.rows().stream()
        .filter(row -> name.equals(row.getFirst()))
        .collect(Collectors.toList())
        .getFirst();
  }

  @Test
  void equalBuyersHaveEqualScores() {
    append(
        bought("a", "ann", "2026-03-20", "10.00"),
        bought("b", "bob", "2026-03-20", "10.00"),
        bought("c", "cat", "2026-03-20", "10.00"),
        bought("d", "dan", "2026-03-20", "10.00").set(Field.BOT, true));
    Answer answer = ask(MARCH, List.of(), Scheme.RFM, View.SHARES);
    assertThat(segment(answer, "lost").subList(0, 3)).isEqualTo(row("lost", 3L, 1.0));
  }

  @Test
  void buyersMoveAsOthersBuyMore() {
    fiveBuyers();
    append(
        bought("x1", "buyer1", "2026-04-02", "500.00"),
        bought("x2", "buyer1", "2026-04-02", "500.00"),
        bought("x3", "newcomer", "2026-04-03", "10.00"));
    Answer answer = ask(days("2026-04-01", "2026-04-05"), List.of(), Scheme.RFM, View.MOVEMENT);
    assertThat(answer.rows())
        .contains(row("no_order", "recent", 1L, 1.0), row("lost", "big_spenders", 1L, 0.5));
  }

  @Test
  void whatMakesNoSenseIsRefusedByName() {
    assertThatThrownBy(
            () -> ask(MARCH, List.of(is(Dimension.PRODUCT, "p1")), Scheme.ACTIVITY, View.SHARES))
        .hasMessage("segments are not filtered by product");
    assertThatThrownBy(
            () ->
                new VisitorSegments(
                    MARCH, List.of(), Comparison.PREVIOUS_YEAR, Scheme.ACTIVITY, View.SHARES))
        .hasMessageStartingWith("shares of segments by activity are not compared in time");
  }
}
