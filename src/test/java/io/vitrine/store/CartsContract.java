package io.vitrine.store;

import static io.vitrine.store.Shop.at;
import static io.vitrine.store.Shop.did;
import static io.vitrine.store.Shop.line;
import static io.vitrine.store.Shop.money;
import static io.vitrine.store.Shop.order;
import static io.vitrine.store.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Answer;
import io.vitrine.model.CartList;
import io.vitrine.model.Carts;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Filter;
import io.vitrine.model.Problem;
import io.vitrine.model.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every event store tells what became of carts. */
public abstract class CartsContract extends StoreFixture {

  private static final String MONDAY = "2026-03-02T10:00:00";

  private Answer carts(Span span, @Nullable Dimension by, Filter... filters) {
    return store.answer(new Carts(by, span, List.of(filters), Comparison.NONE));
  }

  /** Carts of March in the order open, bought, recovered, abandoned, emptied. */
  private List<@Nullable Object> states() {
    Answer answer = carts(days("2026-03-01", "2026-03-31"), null);
    return Arrays.stream(Carts.State.values())
        .<@Nullable Object>map(state -> answer.value(0, state.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private @Nullable Object figure(String name) {
    return carts(days("2026-03-01", "2026-03-31"), null).value(0, name);
  }

  private static Event.Draft added(String visitor, String product, String price, String local) {
    return did(visitor, EventType.ADD_TO_CART, local)
        .set(Field.PRODUCT_ID, product)
        .set(Field.PRICE, money(price));
  }

  private static Event.Draft removed(String visitor, String product, long pieces, String local) {
    return did(visitor, EventType.REMOVE_FROM_CART, local)
        .set(Field.PRODUCT_ID, product)
        .set(Field.QUANTITY, pieces);
  }

  private static Event.Draft bought(String order, String visitor, String amount, String local) {
    return order(order, EventType.PURCHASE, local)
        .set(Field.VISITOR_ID, visitor)
        .set(Field.AMOUNT, money(amount));
  }

  /** Something happens, so that the store knows what time it is. */
  private static Event.Draft timeIs(String local) {
    return view("clock", "p9", local);
  }

  @Test
  void aCartIsOpenWhileItsIdleTimeRuns() {
    append(added("ann", "p1", "10", MONDAY), timeIs("2026-03-03T10:00:00"));
    assertThat(states()).containsExactly(1L, 0L, 0L, 0L, 0L);
    assertThat(figure("open_value")).isEqualTo(money("10.00"));
    assertThat(figure("abandonment")).isNull();
  }

  @Test
  void aCartIsAbandonedWhenItsIdleTimeIsOver() {
    append(
        added("ann", "p1", "10", MONDAY).set(Field.QUANTITY, 2L),
        added("ann", "p2", "5", "2026-03-02T11:00:00"),
        timeIs("2026-03-03T11:00:00.001"));
    assertThat(states()).containsExactly(0L, 0L, 0L, 1L, 0L);
    assertThat(figure("lost_value")).isEqualTo(money("25.00"));
    assertThat(figure("abandonment")).isEqualTo(1.0);
    assertThat(figure("recovery")).isEqualTo(0.0);
  }

  @Test
  void aPurchaseEndsACartAndTheNextAddBeginsAnother() {
    append(
        added("ann", "p1", "10", MONDAY),
        bought("o1", "ann", "9", "2026-03-02T10:30:00"),
        added("ann", "p2", "5", "2026-03-02T10:31:00"));
    assertThat(states()).containsExactly(1L, 1L, 0L, 0L, 0L);
    assertThat(figure("bought_revenue")).isEqualTo(money("9.00"));
  }

  @Test
  void aCartThatIsBoughtAfterItWasAbandonedIsRecovered() {
    append(
        added("ann", "p1", "10", MONDAY),
        bought("o1", "ann", "12", "2026-03-05T10:00:00"),
        order("o1", EventType.REFUND, "2026-03-09T10:00:00").set(Field.AMOUNT, money("2")));
    assertThat(states()).containsExactly(0L, 0L, 1L, 0L, 0L);
    assertThat(figure("recovered_revenue")).isEqualTo(money("10.00"));
    assertThat(figure("recovery")).isEqualTo(1.0);
    assertThat(figure("abandonment")).isEqualTo(0.0);
    append(order("o1", EventType.CANCELLATION, "2026-03-10T10:00:00"));
    assertThat(states()).containsExactly(0L, 0L, 1L, 0L, 0L);
    assertThat(figure("recovered_revenue")).isEqualTo(money("0.00"));
  }

  @Test
  void anAbandonedCartThatIsTakenUpAgainIsTheSameCart() {
    append(
        added("ann", "p1", "10", MONDAY),
        added("ann", "p2", "5", "2026-03-10T10:00:00"),
        bought("o1", "ann", "15", "2026-03-10T10:05:00"));
    assertThat(states()).containsExactly(0L, 0L, 1L, 0L, 0L);
  }

  @Test
  void aCartWhoseLifeIsOverMakesRoomForAnother() {
    append(
        added("ann", "p1", "10", "2026-03-01T10:00:00"),
        // Thirty times 24 hours, one of which the clocks skip.
        added("ann", "p2", "5", "2026-03-31T11:00:00.001"),
        bought("o1", "ann", "5", "2026-03-31T11:05:00"));
    assertThat(states()).containsExactly(0L, 1L, 0L, 1L, 0L);
    assertThat(figure("lost_value")).isEqualTo(money("10.00"));
  }

  @Test
  void whatIsTakenOutIsNotLostAndMoreThanAllCannotBe() {
    append(
        removed("ann", "p1", 3, "2026-03-02T09:00:00"),
        added("ann", "p1", "10", MONDAY).set(Field.QUANTITY, 3L),
        removed("ann", "p1", 1, "2026-03-02T10:01:00"),
        removed("ann", "p2", 5, "2026-03-02T10:02:00"),
        added("ann", "p2", "4", "2026-03-02T10:03:00"),
        timeIs("2026-03-08T10:00:00"));
    assertThat(figure("lost_value")).isEqualTo(money("24.00"));
  }

  @Test
  void aCartOfWhichAllWasTakenOutIsEmptiedAndNotAbandoned() {
    append(
        added("ann", "p1", "10", MONDAY),
        removed("ann", "p1", 1, "2026-03-02T10:01:00"),
        timeIs("2026-03-08T10:00:00"));
    assertThat(states()).containsExactly(0L, 0L, 0L, 0L, 1L);
    assertThat(figure("lost_value")).isEqualTo(money("0.00"));
    append(added("ann", "p2", "5", "2026-03-02T10:02:00"));
    assertThat(states()).containsExactly(0L, 0L, 0L, 1L, 0L);
  }

  @Test
  void aCheckoutTouchesACartButBeginsNone() {
    append(
        did("bob", EventType.CHECKOUT, MONDAY),
        bought("o1", "bob", "5", "2026-03-02T10:05:00"),
        added("ann", "p1", "10", MONDAY),
        did("ann", EventType.CHECKOUT, "2026-03-03T09:00:00"),
        bought("o2", "ann", "10", "2026-03-04T08:00:00"));
    assertThat(states()).containsExactly(0L, 1L, 0L, 0L, 0L);
  }

  @Test
  void theLastKnownPriceCountsAndNoneIsInvented() {
    append(
        added("ann", "p1", "10", MONDAY),
        added("ann", "p1", "8", "2026-03-02T10:01:00"),
        did("ann", EventType.ADD_TO_CART, "2026-03-02T10:02:00").set(Field.PRODUCT_ID, "p1"),
        did("ann", EventType.ADD_TO_CART, "2026-03-02T10:03:00").set(Field.PRODUCT_ID, "p2"),
        did("bob", EventType.ADD_TO_CART, "2026-03-02T10:03:00").set(Field.PRODUCT_ID, "p2"),
        added("cat", "p1", "3", MONDAY).set(Field.CURRENCY, "USD").set(Field.RATE, 0.5),
        added("dan", "p1", "3", MONDAY).set(Field.CURRENCY, "XAU"),
        timeIs("2026-03-08T10:00:00"));
    assertThat(figure("abandoned")).isEqualTo(4L);
    assertThat(figure("lost_value")).isEqualTo(money("25.50"));
    assertThat(figure("unpriced")).isEqualTo(3L);
  }

  @Test
  void anEventWithSeveralLinesPutsThemAllIn() {
    append(
        did("ann", EventType.ADD_TO_CART, MONDAY)
            .items(List.of(line("p1", 2, "10.00"), line("p2", 1, "5.50"))),
        timeIs("2026-03-08T10:00:00"));
    assertThat(figure("lost_value")).isEqualTo(money("25.50"));
  }

  @Test
  void aUsersDevicesShareACart() {
    append(
        added("phone", "p1", "10", MONDAY),
        view("phone", "p1", "2026-03-02T10:01:00").set(Field.USER_ID, "ann"),
        view("desk", "p1", "2026-03-02T12:00:00").set(Field.USER_ID, "ann"),
        bought("o1", "desk", "10", "2026-03-02T12:05:00"));
    assertThat(states()).containsExactly(0L, 1L, 0L, 0L, 0L);
  }

  @Test
  void anOrderThatNamesOnlyTheUserEndsTheUsersCart() {
    append(
        added("phone", "p1", "10", MONDAY).set(Field.USER_ID, "ann"),
        order("o1", EventType.PURCHASE, "2026-03-02T12:05:00")
            .set(Field.USER_ID, "ann")
            .set(Field.AMOUNT, money("10")));
    assertThat(states()).containsExactly(0L, 1L, 0L, 0L, 0L);
  }

  @Test
  void peopleWhoShareADeviceDoNotShareACart() {
    append(
        added("tablet", "p1", "10", MONDAY).set(Field.USER_ID, "ann"),
        view("tablet", "p1", "2026-03-02T11:00:00").set(Field.USER_ID, "bob"),
        bought("o1", "tablet", "7", "2026-03-02T11:05:00").set(Field.USER_ID, "bob"),
        timeIs("2026-03-08T10:00:00"));
    assertThat(states()).containsExactly(0L, 0L, 0L, 1L, 0L);
  }

  @Test
  void lateEventsChangeWhatBecameOfACart() {
    append(added("ann", "p1", "10", "2026-03-03T10:00:00"), timeIs("2026-03-08T10:00:00"));
    assertThat(states()).containsExactly(0L, 0L, 0L, 1L, 0L);
    append(bought("o1", "ann", "10", "2026-03-05T10:00:00"));
    assertThat(states()).containsExactly(0L, 0L, 1L, 0L, 0L);
    append(
        did("ann", EventType.CHECKOUT, "2026-03-04T10:00:00"),
        added("ann", "p2", "1", "2026-03-02T11:00:00"));
    assertThat(states()).containsExactly(0L, 1L, 0L, 0L, 0L);
    assertThat(carts(day("2026-03-02"), null).value(0, "carts")).isEqualTo(1L);
    assertThat(carts(day("2026-03-03"), null).value(0, "carts")).isEqualTo(0L);
  }

  @Test
  void cartsAreToldApartByTheSessionInWhichTheyBegan() {
    append(
        added("ann", "p1", "10", MONDAY).set(Field.DEVICE, "phone").set(Field.CHANNEL, "Email"),
        added("bob", "p1", "20", MONDAY).set(Field.DEVICE, "desktop"),
        added("cat", "p1", "30", "2026-03-01T10:00:00").set(Field.DEVICE, "phone"),
        added("bot", "p1", "90", MONDAY).set(Field.DEVICE, "phone").set(Field.BOT, true),
        timeIs("2026-03-08T10:00:00"));
    Answer answer =
        store.answer(
            new Carts(Dimension.DEVICE, day("2026-03-02"), List.of(), Comparison.PREVIOUS_PERIOD));
    assertThat(column(answer, "device")).containsExactly("desktop", "phone");
    assertThat(column(answer, "lost_value")).containsExactly(money("20.00"), money("10.00"));
    assertThat(column(answer, "lost_value_previous"))
        .containsExactly(money("0.00"), money("30.00"));
    assertThat(column(answer, "carts_previous")).containsExactly(0L, 1L);
    assertThat(carts(day("2026-03-02"), null, is(Dimension.CHANNEL, "Email")).value(0, "carts"))
        .isEqualTo(1L);
    assertThat(carts(day("2026-03-02"), null, is(Dimension.BOT, "true")).value(0, "carts"))
        .isEqualTo(1L);
    assertThat(column(carts(days("2026-03-01", "2026-03-02"), Dimension.DAY), "carts"))
        .containsExactly(2L, 1L);
  }

  private static List<@Nullable Object> column(Answer answer, String name) {
    int index = answer.column(name);
    return answer.rows().stream().<@Nullable Object>map(row -> row.get(index)).toList();
  }

  @Test
  void abandonedCartsAreListedTheMostValuableFirst() {
    append(
        added("ann", "p1", "10", MONDAY).set(Field.DEVICE, "phone").set(Field.USER_ID, "u1"),
        added("bob", "p1", "20", MONDAY),
        added("bob", "p2", "5", "2026-03-02T10:05:00").set(Field.QUANTITY, 2L),
        did("cat", EventType.ADD_TO_CART, MONDAY).set(Field.PRODUCT_ID, "p1"),
        timeIs("2026-03-08T10:00:00"));
    Answer answer =
        store.answer(new CartList(Carts.State.ABANDONED, day("2026-03-02"), List.of(), 0, 2));
    assertThat(answer.rows())
        .containsExactly(
            row(
                at(MONDAY),
                at("2026-03-02T10:05:00"),
                "abandoned",
                "bob",
                null,
                3L,
                2L,
                money("30.00"),
                false,
                null,
                null,
                null),
            row(
                at(MONDAY),
                at(MONDAY),
                "abandoned",
                "ann",
                "u1",
                1L,
                1L,
                money("10.00"),
                false,
                null,
                "phone",
                null));
    assertThat(answer.meta().total()).isEqualTo(3L);
  }

  @Test
  void whatCartsAreNotToldApartByIsRefused() {
    assertThatThrownBy(() -> carts(day("2026-03-02"), Dimension.PRODUCT))
        .isInstanceOf(Problem.class)
        .hasMessage("carts are not told apart by product");
    assertThatThrownBy(() -> carts(day("2026-03-02"), null, is(Dimension.SERVICE, "x")))
        .isInstanceOf(Problem.class)
        .hasMessage("carts are not told apart by service");
  }
}
