package io.vitrine.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.EventType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final Ledger EURO = new Ledger(Currency.getInstance("EUR"));

  private static OrderEntry entry(
      EventType kind,
      String event,
      int line,
      int second,
      @Nullable String product,
      long quantity,
      @Nullable String price,
      @Nullable String amount) {
    return new OrderEntry(
        second,
        "o",
        event,
        kind,
        line,
        Instant.ofEpochSecond(second),
        product,
        null,
        null,
        quantity,
        price == null ? null : new BigDecimal(price),
        amount == null ? null : new BigDecimal(amount),
        null,
        null,
        null,
        false,
        Collections.nCopies(OrderEntry.PLACES.size(), null));
  }

  private static Order order(OrderEntry... entries) {
    return EURO.orders(List.of(entries)).getFirst();
  }

  private static OrderEntry item(
      String event, int line, int second, String product, @Nullable String price) {
    return entry(EventType.PURCHASE, event, line, second, product, 1, price, null);
  }

  private static OrderEntry paid(String event, int second, String amount) {
    return entry(EventType.PURCHASE, event, 0, second, null, 1, null, amount);
  }

  private static OrderEntry refund(
      String event, int second, @Nullable String product, @Nullable String amount) {
    return entry(EventType.REFUND, event, 0, second, product, 1, null, amount);
  }

  private static List<String> refunded(Order order) {
    return order.lines().stream().map(line -> line.refunded().toPlainString()).toList();
  }

  @Test
  void pricedItemsWinOverUnpricedOnesAndOverAmounts() {
    Order order =
        order(
            paid("a", 1, "99"),
            item("b", 1, 2, "p", null),
            item("c", 1, 3, "p", "5.00"),
            item("d", 1, 4, "q", "6.00"));
    assertThat(order.eventId()).isEqualTo("c");
    assertThat(order.gross()).isEqualByComparingTo("5");
    assertThat(order.placedAt()).isEqualTo(Instant.ofEpochSecond(1));
  }

  @Test
  void anOrderIsWaitedForWhenItsRefundComesFirst() {
    Order order = order(refund("r", 1, null, "5"));
    assertThat(order.placedAt()).isNull();
    assertThat(order.lines()).isEmpty();
    assertThat(order.refundExcess()).isEqualByComparingTo("5");
  }

  @Test
  void aRefundWithoutAnAmountGivesBackTheRest() {
    Order order =
        order(
            item("a", 1, 1, "p", "10.00"),
            item("a", 2, 1, "q", "5.00"),
            refund("r1", 2, "q", "2"),
            refund("r2", 3, null, null));
    assertThat(refunded(order)).containsExactly("10.00", "5.00");
    assertThat(order.refundedAt()).isEqualTo(Instant.ofEpochSecond(3));
  }

  @Test
  void aRefundOfAProductGivesItsLineBack() {
    Order order =
        order(
            item("a", 1, 1, "p", "10.00"),
            item("a", 2, 1, "q", "5.00"),
            refund("r1", 2, "q", null));
    assertThat(refunded(order)).containsExactly("0", "5.00");
  }

  @Test
  void aRefundOfMoreThanItsProductGoesOnToTheOthers() {
    Order order =
        order(
            item("a", 1, 1, "p", "10.00"), item("a", 2, 1, "q", "5.00"), refund("r1", 2, "q", "7"));
    assertThat(refunded(order)).containsExactly("2.00", "5.00");
    assertThat(order.refundExcess()).isEqualByComparingTo("0");
  }

  @Test
  void aSpreadRefundNeverExceedsALine() {
    Order order =
        order(
            item("a", 1, 1, "p", "0.01"),
            item("a", 2, 1, "q", "0.01"),
            item("a", 3, 1, "r", "0.01"),
            refund("r1", 2, null, "0.02"));
    assertThat(order.refunded()).isEqualByComparingTo("0.02");
    assertThat(order.lines()).allMatch(line -> line.rest().signum() >= 0);
  }

  @Test
  void theOrderOfEntriesDoesNotMatter() {
    List<OrderEntry> entries =
        new ArrayList<>(
            Arrays.asList(
                item("a", 1, 1, "p", "10.00"),
                item("a", 2, 1, "q", null),
                paid("b", 1, "3.33"),
                entry(EventType.PURCHASE, "c", 0, 2, "p", 3, "4", null),
                refund("r1", 3, "q", "2"),
                refund("r2", 3, null, "1.11"),
                entry(EventType.REFUND, "r3", 1, 4, "p", 1, null, null),
                entry(EventType.CANCELLATION, "x", 0, 5, null, 1, null, null)));
    Order expected = EURO.orders(entries).getFirst();
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      List<OrderEntry> shuffled = new ArrayList<>(entries);
      shuffled.addAll(entries.subList(0, random.nextInt(entries.size())));
      Collections.shuffle(shuffled, random);
      assertThat(EURO.orders(shuffled)).as("seed 7, round " + i).containsExactly(expected);
    }
  }
}
