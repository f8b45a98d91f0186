package io.vitrine.store;

import static io.vitrine.store.Shop.at;
import static io.vitrine.store.Shop.did;
import static io.vitrine.store.Shop.line;
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
import io.vitrine.model.FieldFilter;
import io.vitrine.model.Filter;
import io.vitrine.model.Funnel;
import io.vitrine.model.Grain;
import io.vitrine.model.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every event store counts funnels. */
public abstract class FunnelContract extends StoreFixture {

  private static final Funnel.Step VIEW = Funnel.Step.of(EventType.PRODUCT_VIEW);
  private static final Funnel.Step CART = Funnel.Step.of(EventType.ADD_TO_CART);
  private static final Funnel.Step CHECKOUT = Funnel.Step.of(EventType.CHECKOUT);
  private static final Funnel.Step PURCHASE = Funnel.Step.of(EventType.PURCHASE);
  private static final Funnel.Show STEPS = new Funnel.Show.Steps(null, 10);

  private static Funnel.Way way(Funnel.Step... steps) {
    return way(Funnel.Order.ORDERED, Duration.ofDays(7), Funnel.Entity.VISITOR, steps);
  }

  private static Funnel.Way way(
      Funnel.Order order, Duration window, Funnel.Entity entity, Funnel.Step... steps) {
    return new Funnel.Way(List.of(steps), order, window, entity);
  }

  private Answer ask(Funnel.Way way, Funnel.Show show, Filter... filters) {
    return store.answer(
        new Funnel(way, show, day("2026-03-02"), List.of(filters), Comparison.NONE));
  }

  /** Of each step how many took it. */
  private List<@Nullable Object> entered(Funnel.Way way, Filter... filters) {
    Answer answer = ask(way, STEPS, filters);
    int column = answer.column("entered");
    return answer.rows().stream().<@Nullable Object>map(row -> row.get(column)).toList();
  }

  private static Event.Draft cart(String visitor, String time) {
    return did(visitor, EventType.ADD_TO_CART, time).set(Field.PRODUCT_ID, "p1");
  }

  private static Event.Draft checkout(String visitor, String time) {
    return did(visitor, EventType.CHECKOUT, time);
  }

  private static Event.Draft purchase(String visitor, String order, String time) {
    return order(order, EventType.PURCHASE, time)
        .set(Field.VISITOR_ID, visitor)
        .items(List.of(line("p1", 1, "10.00")));
  }

  /** Ann buys, bob leaves with a cart, cat only looks; the shop is open until the end of March. */
  private void threeVisitors() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00"),
        cart("ann", "2026-03-02T10:01:00"),
        purchase("ann", "o1", "2026-03-02T10:03:00"),
        view("bob", "p1", "2026-03-02T11:00:00"),
        view("bob", "p2", "2026-03-02T11:01:00"),
        cart("bob", "2026-03-02T11:03:00"),
        view("cat", "p1", "2026-03-02T12:00:00"),
        view("eve", "p1", "2026-03-31T10:00:00"));
  }

  @Test
  void stepsSayWhoTookThemWentOnAndLeft() {
    threeVisitors();
    Answer answer = ask(way(VIEW, CART, PURCHASE), STEPS);
    assertThat(answer.columns())
        .extracting(Answer.Column::name)
        .containsExactly(
            "step",
            "event_type",
            "mode",
            "entered",
            "converted",
            "left",
            "still_open",
            "from_previous_step",
            "from_first_step",
            "median_seconds");
    assertThat(answer.rows())
        .containsExactly(
            row(1L, "product_view", "required", 3L, 2L, 1L, 0L, 1.0, 1.0, null),
            row(2L, "add_to_cart", "required", 2L, 1L, 1L, 0L, 2.0 / 3, 2.0 / 3, 120.0),
            row(3L, "purchase", "required", 1L, null, null, null, 0.5, 1.0 / 3, 120.0));
  }

  @Test
  void aFunnelOfNobodyHasItsSteps() {
    append(view("ann", "p1", "2026-03-09T10:00:00"));
    assertThat(ask(way(VIEW, CART), STEPS).rows())
        .containsExactly(
            row(1L, "product_view", "required", 0L, 0L, 0L, 0L, null, null, null),
            row(2L, "add_to_cart", "required", 0L, null, null, null, null, null, null));
  }

  @Test
  void stepsComeInTheirOrderUnlessAnyOrderWillDo() {
    append(
        cart("ann", "2026-03-02T09:00:00"),
        view("ann", "p1", "2026-03-02T10:00:00"),
        purchase("ann", "o1", "2026-03-02T11:00:00"));
    assertThat(entered(way(VIEW, CART, PURCHASE))).containsExactly(1L, 0L, 0L);
    Funnel.Way any =
        way(Funnel.Order.ANY, Duration.ofDays(7), Funnel.Entity.VISITOR, VIEW, CART, PURCHASE);
    assertThat(entered(any)).containsExactly(1L, 1L, 1L);
    assertThat(ask(any, STEPS).value(2, "median_seconds")).isEqualTo(3600.0);
  }

  @Test
  void atOneInstantStepsStandInTheFunnelsOrder() {
    append(
        cart("ann", "2026-03-02T10:00:00"),
        view("ann", "p1", "2026-03-02T10:00:00"),
        view("bob", "p1", "2026-03-02T10:00:00"));
    assertThat(entered(way(VIEW, CART))).containsExactly(2L, 1L);
    assertThat(entered(way(VIEW, VIEW))).containsExactly(2L, 0L);
  }

  @Test
  void strictMeansNothingOfAnotherStepBetween() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00"),
        view("ann", "p2", "2026-03-02T10:01:00"),
        cart("ann", "2026-03-02T10:02:00"),
        cart("ann", "2026-03-02T10:03:00"),
        purchase("ann", "o1", "2026-03-02T10:04:00"),
        view("bob", "p1", "2026-03-02T10:00:00"),
        cart("bob", "2026-03-02T10:01:00"),
        view("bob", "p1", "2026-03-02T10:02:00"),
        purchase("bob", "o2", "2026-03-02T10:04:00"));
    Funnel.Way strict =
        way(Funnel.Order.STRICT, Duration.ofDays(7), Funnel.Entity.VISITOR, VIEW, CART, PURCHASE);
    assertThat(entered(strict)).containsExactly(2L, 2L, 1L);
    assertThat(entered(way(VIEW, CART, PURCHASE))).containsExactly(2L, 2L, 2L);
  }

  @Test
  void theWindowRunsFromTheFirstStepBeyondThePeriod() {
    append(
        view("ann", "p1", "2026-03-02T23:00:00"),
        cart("ann", "2026-03-03T00:00:00"),
        view("bob", "p1", "2026-03-02T23:00:00"),
        cart("bob", "2026-03-03T00:00:00.001"),
        view("cat", "p1", "2026-03-01T23:59:59"),
        cart("cat", "2026-03-02T00:10:00"),
        view("eve", "p1", "2026-03-31T10:00:00"));
    Funnel.Way hour =
        way(Funnel.Order.ORDERED, Duration.ofHours(1), Funnel.Entity.VISITOR, VIEW, CART);
    assertThat(entered(hour)).containsExactly(2L, 1L);
  }

  @Test
  void whoStillHasTimeHasNotLeft() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00"),
        view("bob", "p1", "2026-03-02T18:00:00"),
        view("eve", "p1", "2026-03-09T12:00:00"));
    Answer answer = ask(way(VIEW, CART), STEPS);
    assertThat(answer.value(0, "left")).isEqualTo(1L);
    assertThat(answer.value(0, "still_open")).isEqualTo(1L);
  }

  @Test
  void anOptionalStepMayBeLeftOut() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00"),
        cart("ann", "2026-03-02T10:01:00"),
        purchase("ann", "o1", "2026-03-02T10:03:00"),
        view("bob", "p1", "2026-03-02T10:00:00"),
        purchase("bob", "o2", "2026-03-02T10:03:00"),
        cart("bob", "2026-03-02T10:05:00"),
        view("cat", "p1", "2026-03-02T10:00:00"),
        cart("cat", "2026-03-02T10:02:00"),
        view("eve", "p1", "2026-03-31T10:00:00"));
    Funnel.Step maybe = new Funnel.Step(EventType.ADD_TO_CART, Funnel.Mode.OPTIONAL, 1, List.of());
    assertThat(ask(way(VIEW, maybe, PURCHASE), STEPS).rows())
        .containsExactly(
            row(1L, "product_view", "required", 3L, 2L, 1L, 0L, 1.0, 1.0, null),
            row(2L, "add_to_cart", "optional", 2L, null, null, null, 2.0 / 3, 2.0 / 3, 90.0),
            row(3L, "purchase", "required", 2L, null, null, null, 2.0 / 3, 2.0 / 3, 180.0));
  }

  @Test
  void anExcludedStepEndsTheWay() {
    append(
        cart("ann", "2026-03-02T10:00:00"),
        purchase("ann", "o1", "2026-03-02T10:03:00"),
        cart("bob", "2026-03-02T10:00:00"),
        did("bob", EventType.REMOVE_FROM_CART, "2026-03-02T10:01:00"),
        purchase("bob", "o2", "2026-03-02T10:03:00"),
        cart("cat", "2026-03-02T10:00:00"),
        purchase("cat", "o3", "2026-03-02T10:03:00"),
        did("cat", EventType.REMOVE_FROM_CART, "2026-03-02T10:04:00"));
    Funnel.Step never =
        new Funnel.Step(EventType.REMOVE_FROM_CART, Funnel.Mode.EXCLUDED, 1, List.of());
    assertThat(entered(way(CART, never, PURCHASE))).containsExactly(3L, 1L, 2L);
  }

  @Test
  void aStepMayAskForSeveralTimes() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00"),
        view("ann", "p1", "2026-03-02T10:01:00"),
        cart("ann", "2026-03-02T10:02:00"),
        cart("ann", "2026-03-02T10:03:00"),
        view("bob", "p1", "2026-03-02T10:00:00"),
        cart("bob", "2026-03-02T10:02:00"),
        cart("bob", "2026-03-02T10:03:00"));
    Funnel.Step twice = new Funnel.Step(EventType.ADD_TO_CART, Funnel.Mode.REQUIRED, 2, List.of());
    Funnel.Step looks = new Funnel.Step(EventType.PRODUCT_VIEW, Funnel.Mode.REQUIRED, 2, List.of());
    assertThat(entered(way(VIEW, twice))).containsExactly(2L, 2L);
    assertThat(entered(way(looks, twice))).containsExactly(1L, 1L);
    assertThat(ask(way(looks, twice), STEPS).value(1, "median_seconds")).isEqualTo(120.0);
  }

  @Test
  void stepsAreOfTheEventsThatFitTheirFilters() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00").set(Field.CATEGORY_ID, "mugs"),
        view("ann", "p2", "2026-03-02T10:01:00").set(Field.PAGE, "/p2"),
        purchase("ann", "o1", "2026-03-02T10:03:00"),
        view("bob", "p2", "2026-03-02T10:00:00"),
        order("o2", EventType.PURCHASE, "2026-03-02T10:03:00")
            .set(Field.VISITOR_ID, "bob")
            .items(List.of(line("p2", 1, "5.00"))));
    assertThat(entered(way(VIEW, PURCHASE))).containsExactly(2L, 2L);
    assertThat(entered(way(VIEW, where(PURCHASE, Field.PRODUCT_ID, Filter.Op.IS, "p1"))))
        .containsExactly(2L, 1L);
    assertThat(entered(way(VIEW, where(PURCHASE, Field.PRODUCT_ID, Filter.Op.IS_NOT, "p1"))))
        .containsExactly(2L, 1L);
    assertThat(entered(way(VIEW, where(PURCHASE, Field.CATEGORY_ID, Filter.Op.IS, "mugs"))))
        .containsExactly(2L, 1L);
    assertThat(entered(way(where(VIEW, Field.PAGE, Filter.Op.STARTS_WITH, "/p"), PURCHASE)))
        .containsExactly(1L, 1L);
    assertThat(entered(way(where(VIEW, Field.PAGE, Filter.Op.EXISTS), PURCHASE)))
        .containsExactly(1L, 1L);
    assertThat(entered(way(VIEW, PURCHASE), is(Dimension.CATEGORY, "mugs")))
        .containsExactly(1L, 1L);
    assertThat(entered(way(where(VIEW, Field.CATEGORY_ID, Filter.Op.IS, "mugs"), PURCHASE)))
        .containsExactly(1L, 1L);
    Answer parted = ask(way(VIEW, PURCHASE), new Funnel.Show.Steps(Dimension.CATEGORY, 10));
    assertThat(parted.rows().stream().map(row -> List.of(row.get(1), "" + row.get(3), row.get(4))))
        .containsExactlyInAnyOrder(
            List.of("product_view", "mugs", 1L),
            List.of("purchase", "mugs", 1L),
            List.of("product_view", "null", 1L),
            List.of("purchase", "null", 1L));
  }

  private static Funnel.Step where(Funnel.Step step, Field field, Filter.Op op, String... values) {
    return new Funnel.Step(
        step.type(), step.mode(), 1, List.of(new FieldFilter(field, op, List.of(values))));
  }

  @Test
  void filtersAndPartsAreOfTheSessionThatEnters() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00").set(Field.CHANNEL, "Email"),
        cart("ann", "2026-03-02T15:00:00").set(Field.CHANNEL, "Direct"),
        view("bob", "p1", "2026-03-02T10:00:00").set(Field.CHANNEL, "Direct"),
        view("cat", "p1", "2026-03-02T10:00:00").set(Field.CHANNEL, "Direct"),
        view("bot", "p1", "2026-03-02T10:00:00").set(Field.CHANNEL, "Direct").set(Field.BOT, true),
        view("eve", "p1", "2026-03-31T10:00:00"));
    assertThat(entered(way(VIEW, CART), is(Dimension.CHANNEL, "Email"))).containsExactly(1L, 1L);
    assertThat(entered(way(VIEW, CART), is(Dimension.BOT, "any"))).containsExactly(4L, 1L);
    Answer answer = ask(way(VIEW, CART), new Funnel.Show.Steps(Dimension.CHANNEL, 10));
    assertThat(answer.rows())
        .containsExactly(
            row(1L, "product_view", "required", "Direct", 2L, 0L, 2L, 0L, 1.0, 1.0, null),
            row(2L, "add_to_cart", "required", "Direct", 0L, null, null, null, 0.0, 0.0, null),
            row(1L, "product_view", "required", "Email", 1L, 1L, 0L, 0L, 1.0, 1.0, null),
            row(2L, "add_to_cart", "required", "Email", 1L, null, null, null, 1.0, 1.0, 18000.0));
    Answer largest = ask(way(VIEW, CART), new Funnel.Show.Steps(Dimension.CHANNEL, 1));
    assertThat(largest.rows()).hasSize(2);
    assertThat(largest.meta().notes()).containsExactly(new Answer.Note("rows_left_out", 2));
  }

  @Test
  void aSessionHasItsOwnWay() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00"),
        view("ann", "p1", "2026-03-02T12:00:00"),
        cart("ann", "2026-03-02T12:10:00"));
    Funnel.Way sessions =
        way(Funnel.Order.ORDERED, Duration.ofDays(1), Funnel.Entity.SESSION, VIEW, CART);
    assertThat(entered(sessions)).containsExactly(2L, 1L);
  }

  @Test
  void aCartEndsWithItsPurchaseOrThirtyDaysAlone() {
    append(
        cart("ann", "2026-03-02T10:00:00"),
        checkout("ann", "2026-03-02T10:02:00"),
        purchase("ann", "o1", "2026-03-02T10:03:00"),
        cart("ann", "2026-03-02T11:00:00"),
        checkout("ann", "2026-03-02T11:01:00"),
        cart("bob", "2026-03-02T11:00:00"),
        purchase("bob", "o2", "2026-04-05T11:00:00"));
    Funnel.Way carts =
        way(
            Funnel.Order.ORDERED,
            Duration.ofDays(60),
            Funnel.Entity.CART,
            CART,
            CHECKOUT,
            PURCHASE);
    assertThat(entered(carts)).containsExactly(3L, 2L, 1L);
  }

  @Test
  void anOrderGoesFromPurchaseToRefund() {
    append(
        purchase("ann", "o1", "2026-03-02T10:00:00"),
        purchase("ann", "o2", "2026-03-02T11:00:00"),
        order("o2", EventType.REFUND, "2026-03-05T11:00:00"));
    Funnel.Way orders =
        way(
            Funnel.Order.ORDERED,
            Duration.ofDays(30),
            Funnel.Entity.ORDER,
            PURCHASE,
            Funnel.Step.of(EventType.REFUND));
    assertThat(entered(orders)).containsExactly(2L, 1L);
  }

  @Test
  void stepsStandBesideThoseOfThePeriodBefore() {
    append(
        view("ann", "p1", "2026-03-01T10:00:00"),
        view("bob", "p1", "2026-03-01T10:00:00"),
        cart("bob", "2026-03-01T10:01:00"),
        view("cat", "p1", "2026-03-02T10:00:00"));
    Answer answer =
        store.answer(
            new Funnel(
                way(VIEW, CART), STEPS, day("2026-03-02"), List.of(), Comparison.PREVIOUS_PERIOD));
    assertThat(answer.value(0, "entered")).isEqualTo(1L);
    assertThat(answer.value(0, "entered_previous")).isEqualTo(2L);
    assertThat(answer.value(1, "entered_previous")).isEqualTo(1L);
    assertThat(answer.value(1, "from_first_step_previous")).isEqualTo(0.5);
    assertThat(answer.meta().comparedWith()).isEqualTo(day("2026-03-01"));
  }

  @Test
  void timesToConvertAreASurvivalCurveWithCensoring() {
    append(
        view("ann", "p1", "2026-03-02T10:00:00"),
        cart("ann", "2026-03-02T10:00:10"),
        view("bob", "p1", "2026-03-02T10:00:00"),
        cart("bob", "2026-03-02T10:01:00"),
        view("cat", "p1", "2026-03-02T09:00:00"),
        view("dan", "p1", "2026-03-02T10:00:00"),
        did("eve", EventType.SEARCH, "2026-03-02T10:00:30"));
    Answer answer =
        ask(
            way(Funnel.Order.ORDERED, Duration.ofMinutes(10), Funnel.Entity.VISITOR, VIEW, CART),
            new Funnel.Show.Times());
    assertThat(answer.rows().stream().map(row -> row.subList(0, 5)).toList())
        .containsExactly(
            row(10L, 1L, 0L, 4L, 0.25), row(60L, 1L, 1L, 3L, 0.5), row(600L, 0L, 1L, 1L, 0.5));
  }

  @Test
  void daysOfFrictionAreFarBelowTheOthers() {
    for (int day = 1; day <= 9; day++) {
      for (int visitor = 0; visitor < 4; visitor++) {
        String name = day + "-" + visitor;
        append(view(name, "p1", "2026-03-0" + day + "T10:00:00"));
        if (day != 5 && visitor < 2) {
          append(cart(name, "2026-03-0" + day + "T10:01:00"));
        }
      }
    }
    append(view("eve", "p1", "2026-03-31T10:00:00"));
    Answer answer =
        store.answer(
            new Funnel(
                way(VIEW, CART),
                new Funnel.Show.Trend(Grain.DAY),
                days("2026-03-01", "2026-03-31"),
                List.of(),
                Comparison.NONE));
    assertThat(answer.rows()).hasSize(10);
    // Mean 4/9, standard deviation 1/6: friction below 5/18.
    double below = 4.0 / 9 - 1.0 / 6;
    assertThat((Double) answer.value(0, "friction_below"))
        .isCloseTo(below, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(answer.rows().get(4).subList(0, 5))
        .isEqualTo(row(LocalDate.parse("2026-03-05"), 4L, 0L, 0.0, true));
    assertThat(answer.rows().stream().filter(row -> row.getLast().equals(true))).hasSize(1);
    assertThat(answer.value(4, "friction")).isEqualTo(true);
    assertThat(answer.value(9, "complete")).isEqualTo(false);
    assertThat(answer.value(9, "friction")).isEqualTo(false);
  }

  @Test
  void theVisitorsOfAStepAndThoseLostBeforeIt() {
    threeVisitors();
    assertThat(ask(way(VIEW, CART, PURCHASE), new Funnel.Show.Visitors(2, false, 10)).rows())
        .containsExactly(
            row("bob", null, at("2026-03-02T11:00:00"), at("2026-03-02T11:03:00")),
            row("ann", null, at("2026-03-02T10:00:00"), at("2026-03-02T10:01:00")));
    Answer lost = ask(way(VIEW, CART, PURCHASE), new Funnel.Show.Visitors(2, true, 10));
    assertThat(lost.rows())
        .containsExactly(row("cat", null, at("2026-03-02T12:00:00"), at("2026-03-02T12:00:00")));
    Answer one = ask(way(VIEW, CART, PURCHASE), new Funnel.Show.Visitors(1, false, 1));
    assertThat(one.meta().notes()).containsExactly(new Answer.Note("rows_left_out", 2));
  }

  @Test
  void whatMakesNoSenseIsRefusedByName() {
    refused("a funnel has 2 to 10 steps, not 1", () -> way(VIEW));
    refused(
        "the first and the last step of a funnel are required ones",
        () -> way(VIEW, new Funnel.Step(EventType.PURCHASE, Funnel.Mode.OPTIONAL, 1, List.of())));
    refused(
        "a step is something that visitors do, not error", () -> Funnel.Step.of(EventType.ERROR));
    refused(
        "a funnel is not counted by service",
        () -> ask(way(VIEW, CART), STEPS, is(Dimension.SERVICE, "shop")));
    refused(
        "the funnel has steps 1 to 2, no 3",
        () -> ask(way(VIEW, CART), new Funnel.Show.Visitors(3, false, 10)));
    refused(
        "CONTAINS does not apply to quantity",
        () -> entered(way(VIEW, where(CART, Field.QUANTITY, Filter.Op.CONTAINS, "2"))));
    refused(
        "the filter on quantity does not understand two",
        () -> entered(way(VIEW, where(CART, Field.QUANTITY, Filter.Op.IS, "two"))));
    refused(
        "only the steps of a funnel are compared, not times",
        () ->
            new Funnel(
                way(VIEW, CART),
                new Funnel.Show.Times(),
                day("2026-03-02"),
                List.of(),
                Comparison.PREVIOUS_YEAR));
  }

  private static void refused(String message, Runnable question) {
    assertThatThrownBy(question::run)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.category()).isEqualTo(Problem.Category.CALLER))
        .hasMessage(message);
  }
}
