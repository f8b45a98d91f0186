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
import io.vitrine.model.Metric;
import io.vitrine.model.Problem;
import io.vitrine.model.Question;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every event store counts orders and money. */
public abstract class OrdersContract extends StoreFixture {

  private List<@Nullable Object> money2March() {
    return totals(
        day("2026-03-02"),
        Metric.ORDERS,
        Metric.ORDER_LINES,
        Metric.UNITS,
        Metric.GROSS_REVENUE,
        Metric.REFUNDS,
        Metric.REVENUE);
  }

  @Test
  void anOrderCountsOnceFromWhereverItArrives() {
    append(
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00").set(Field.AMOUNT, money("99")),
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:05")
            .items(List.of(line("p1", 2, "10.00"), line("p2", 1, "5.50"))));
    append(
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:09")
            .items(List.of(line("p1", 2, "10.00"), line("p2", 1, "5.50"))));
    assertThat(money2March())
        .containsExactly(1L, 2L, 3L, money("25.50"), money("0.00"), money("25.50"));
  }

  @Test
  void lineEventsOfOneOrderAreUnited() {
    append(
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00")
            .set(Field.PRODUCT_ID, "p1")
            .set(Field.AMOUNT, money("4.20")),
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00")
            .set(Field.PRODUCT_ID, "p2")
            .set(Field.QUANTITY, 3L)
            .set(Field.PRICE, money("1.10")),
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:01")
            .set(Field.PRODUCT_ID, "p2")
            .set(Field.QUANTITY, 2L)
            .set(Field.PRICE, money("1.10")));
    assertThat(money2March())
        .containsExactly(1L, 2L, 4L, money("7.50"), money("0.00"), money("7.50"));
  }

  @Test
  void anAmountIsSpreadOverLinesWithoutPrices() {
    append(
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00")
            .set(Field.AMOUNT, money("10.00"))
            .items(List.of(line("p1", 1, null), line("p2", 1, "3"), line("p3", 1, null))));
    assertThat(breakdown(day("2026-03-02"), List.of(Dimension.PRODUCT), Metric.REVENUE).rows())
        .containsExactly(
            row("p1", null, money("3.33")),
            row("p2", null, money("3.33")),
            row("p3", null, money("3.34")));
  }

  @Test
  void refundsRestateTheDayOfTheOrder() {
    append(
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00")
            .items(List.of(line("p1", 2, "10.00"), line("p2", 1, "5.50"))));
    assertThat(totals(day("2026-03-02"), Metric.REVENUE)).containsExactly(money("25.50"));
    append(order("o1", EventType.REFUND, "2026-03-20T10:00:00").set(Field.AMOUNT, money("5.00")));
    append(
        order("o1", EventType.REFUND, "2026-03-21T10:00:00").items(List.of(line("p1", 1, null))));
    assertThat(money2March())
        .containsExactly(1L, 2L, 3L, money("25.50"), money("15.00"), money("10.50"));
    assertThat(totals(day("2026-03-20"), Metric.REFUNDS)).containsExactly(money("0.00"));
    append(order("o1", EventType.REFUND, "2026-03-22T10:00:00"));
    assertThat(money2March())
        .containsExactly(1L, 2L, 3L, money("25.50"), money("25.50"), money("0.00"));
  }

  @Test
  void refundsNeverExceedWhatWasPaid() {
    append(
        order("o1", EventType.REFUND, "2026-03-20T10:00:00").set(Field.AMOUNT, money("50")),
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00").set(Field.AMOUNT, money("20")));
    assertThat(money2March())
        .containsExactly(1L, 1L, 1L, money("20.00"), money("20.00"), money("0.00"));
  }

  @Test
  void whatManyEventsOfAnOrderSumUpToHarmsNoOther() {
    BigDecimal huge = money("90000000000000");
    append(
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00").set(Field.AMOUNT, huge),
        order("o1", EventType.REFUND, "2026-03-03T10:00:00").set(Field.AMOUNT, huge),
        order("o1", EventType.REFUND, "2026-03-04T10:00:00").set(Field.AMOUNT, huge),
        order("o1", EventType.REFUND, "2026-03-05T10:00:00").set(Field.AMOUNT, huge),
        huge("o2", "p1"),
        huge("o2", "p2"),
        order("o3", EventType.PURCHASE, "2026-03-02T10:00:00").set(Field.AMOUNT, money("20")));
    assertThat(totals(day("2026-03-02"), Metric.ORDERS, Metric.REVENUE))
        .containsExactly(3L, money("180000000000020.00"));
  }

  private static Event.Draft huge(String order, String product) {
    return order(order, EventType.PURCHASE, "2026-03-02T10:00:00")
        .set(Field.PRODUCT_ID, product)
        .set(Field.PRICE, money("90000000000000"));
  }

  @Test
  void oneOrderBeyondTheLedgerIsRefusedWithItsWorth() {
    assertThatThrownBy(
            () ->
                append(
                    order("o1", EventType.PURCHASE, "2026-03-02T10:00:00")
                        .items(List.of(line("p1", 2, "90000000000000")))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("order o1 is worth 180000000000000");
  }

  @Test
  void theSameRefundTwiceIsOneRefund() {
    append(
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00").set(Field.AMOUNT, money("20")),
        order("o1", EventType.REFUND, "2026-03-03T10:00:00")
            .set(Field.ID, "r1")
            .set(Field.AMOUNT, money("5")));
    append(
        order("o1", EventType.REFUND, "2026-03-03T10:00:00")
            .set(Field.ID, "r1")
            .set(Field.AMOUNT, money("5")));
    assertThat(totals(day("2026-03-02"), Metric.REFUNDS)).containsExactly(money("5.00"));
  }

  @Test
  void cancelledOrdersLeave() {
    append(
        order("o1", EventType.CANCELLATION, "2026-03-01T10:00:00"),
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00").set(Field.AMOUNT, money("20")),
        order("o2", EventType.PURCHASE, "2026-03-02T10:00:00").set(Field.AMOUNT, money("1")),
        order("o3", EventType.CANCELLATION, "2026-03-02T10:00:00"));
    assertThat(money2March())
        .containsExactly(1L, 1L, 1L, money("1.00"), money("0.00"), money("1.00"));
    assertThat(totals(day("2026-03-02"), Metric.CANCELLED_ORDERS)).containsExactly(1L);
  }

  @Test
  void foreignMoneyIsConvertedPerLineAndHalfUp() {
    append(
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00")
            .set(Field.CURRENCY, "USD")
            .set(Field.RATE, 0.5)
            .items(List.of(line("p1", 1, "1.01"), line("p2", 1, "2.03"))),
        order("o1", EventType.REFUND, "2026-03-05T10:00:00")
            .set(Field.CURRENCY, "GBP")
            .set(Field.RATE, 1.5)
            .set(Field.AMOUNT, money("0.33")));
    assertThat(money2March())
        .containsExactly(1L, 2L, 2L, money("1.53"), money("0.50"), money("1.03"));
  }

  private static Event.Draft inDollars(Event.Draft draft) {
    return draft.set(Field.CURRENCY, "USD").set(Field.RATE, 0.5);
  }

  private static Event.Draft bought(String order) {
    return inDollars(order(order, EventType.PURCHASE, "2026-03-02T10:00:00"))
        .items(List.of(line("p1", 1, "1.01"), line("p2", 1, "2.03"), line("p3", 2, "0.21")))
        .set(Field.AMOUNT, money("3.46"));
  }

  private static Event.Draft refunded(String order, String amount) {
    return inDollars(order(order, EventType.REFUND, "2026-03-05T10:00:00"))
        .set(Field.AMOUNT, money(amount));
  }

  @Test
  void whatComesBackWholeLeavesNoCentOfItsRounding() {
    append(bought("o1"), bought("o2"), bought("o3"), refunded("o2", "3.46"));
    assertThat(totals(day("2026-03-02"), Metric.GROSS_REVENUE, Metric.REFUNDS))
        .containsExactly(money("5.22"), money("1.74"));
    append(refunded("o3", "3.46").items(bought("o3").items()));
    append(refunded("o1", "3.04").items(List.of(line("p1", 1, "1.01"), line("p2", 1, "2.03"))));
    assertThat(
            breakdown(day("2026-03-02"), List.of(Dimension.PRODUCT), Metric.REFUNDS, Metric.REVENUE)
                .rows())
        .containsExactly(
            row("p1", null, money("1.53"), money("0.00")),
            row("p2", null, money("3.06"), money("0.00")),
            row("p3", null, money("0.42"), money("0.21")));
  }

  @Test
  void aRefundOfSomePiecesGivesEachProductItsOwn() {
    append(
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00")
            .items(List.of(line("p1", 2, "5"), line("p2", 1, "7"))),
        order("o1", EventType.REFUND, "2026-03-05T10:00:00")
            .set(Field.AMOUNT, money("12"))
            .items(List.of(line("p1", 1, "5"), line("p2", 1, "7"))));
    assertThat(breakdown(day("2026-03-02"), List.of(Dimension.PRODUCT), Metric.REFUNDS).rows())
        .containsExactly(row("p1", null, money("5.00")), row("p2", null, money("7.00")));
  }

  @Test
  void ordersWithoutARateAreCountedButNotSummed() {
    append(
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00")
            .set(Field.CURRENCY, "USD")
            .set(Field.AMOUNT, money("20")),
        order("o2", EventType.PURCHASE, "2026-03-02T10:00:00").set(Field.PRODUCT_ID, "p1"),
        order("o3", EventType.PURCHASE, "2026-03-02T10:00:00").set(Field.AMOUNT, money("1")));
    Answer answer =
        store.answer(
            new Question.Totals(
                List.of(Metric.ORDERS, Metric.REVENUE),
                day("2026-03-02"),
                List.of(),
                Comparison.NONE));
    assertThat(answer.rows()).containsExactly(row(3L, money("1.00")));
    assertThat(answer.meta().notes())
        .containsExactly(
            new Answer.Note("lines_without_amount", 1), new Answer.Note("orders_without_rate", 1));
  }

  @Test
  void anOrderComesFromItsSession() {
    append(
        view("ann", "p1", "2026-03-02T09:50:00")
            .set(Field.CHANNEL, "email")
            .set(Field.PAGE, "/p1")
            .set(Field.COUNTRY, "FR"),
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00")
            .set(Field.VISITOR_ID, "ann")
            .set(Field.COUNTRY, "BE")
            .set(Field.AMOUNT, money("20")));
    List<Dimension> by = List.of(Dimension.CHANNEL, Dimension.COUNTRY, Dimension.LANDING_PAGE);
    assertThat(breakdown(day("2026-03-02"), by, Metric.REVENUE).rows())
        .containsExactly(row("email", "BE", "/p1", money("20.00")));
  }

  @Test
  void robotsBuyNothingUnlessAsked() {
    append(
        order("o1", EventType.PURCHASE, "2026-03-02T10:00:00")
            .set(Field.BOT, true)
            .set(Field.AMOUNT, money("20")));
    assertThat(totals(day("2026-03-02"), Metric.ORDERS)).containsExactly(0L);
    assertThat(totals(day("2026-03-02"), List.of(is(Dimension.BOT, "any")), Metric.ORDERS))
        .containsExactly(1L);
    assertThat(totals(day("2026-03-02"), List.of(is(Dimension.BOT, "true")), Metric.ORDERS))
        .containsExactly(1L);
  }
}
