package io.vitrine.store;

import static io.vitrine.store.Shop.money;
import static io.vitrine.store.Shop.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.BuyerHistories;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Filter;
import io.vitrine.model.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every event store tells how often and how lately buyers bought. */
public abstract class BuyerHistoriesContract extends StoreFixture {

  private static final Period MARCH = days("2026-03-01", "2026-03-31");

  private static Event.Draft bought(String visitor, String order, String day, String amount) {
    return order(order, EventType.PURCHASE, day + "T10:00:00")
        .set(Field.VISITOR_ID, visitor)
        .set(Field.AMOUNT, money(amount));
  }

  private List<List<@Nullable Object>> rows(Period period, Filter... filters) {
    return store.answer(new BuyerHistories(period, List.of(filters))).rows();
  }

  @Test
  void buyersAreGroupedByHowTheyBought() {
    append(
        bought("ann", "a1", "2026-03-02", "10"),
        bought("ann", "a2", "2026-03-02", "20"),
        bought("ann", "a3", "2026-03-12", "60"),
        bought("bob", "b1", "2026-03-21", "40"),
        bought("cid", "c1", "2026-03-21", "40"),
        bought("dan", "d1", "2026-02-28", "40"));
    assertThat(rows(MARCH))
        .containsExactly(
            row(0L, 0L, 10L, new BigDecimal("40.00"), 2L),
            row(1L, 10L, 29L, new BigDecimal("45.00"), 1L));
  }

  @Test
  void refundsCancellationsAndRobotsDoNotPay() {
    append(
        bought("ann", "a1", "2026-03-02", "10"),
        order("a1", EventType.REFUND, "2026-03-05T10:00:00").set(Field.AMOUNT, money("4")),
        bought("bob", "b1", "2026-03-02", "10"),
        order("b1", EventType.CANCELLATION, "2026-03-05T10:00:00"),
        bought("bot", "r1", "2026-03-02", "10").set(Field.BOT, true),
        order("n1", EventType.PURCHASE, "2026-03-02T10:00:00").set(Field.AMOUNT, money("10")));
    assertThat(rows(MARCH)).containsExactly(row(0L, 0L, 29L, new BigDecimal("6.00"), 1L));
  }

  @Test
  void filtersChooseOrders() {
    append(
        bought("ann", "a1", "2026-03-02", "10").set(Field.CHANNEL, "Email"),
        bought("ann", "a2", "2026-03-12", "60").set(Field.CHANNEL, "Direct"));
    assertThat(rows(MARCH, is(Dimension.CHANNEL, "Email")))
        .containsExactly(row(0L, 0L, 29L, new BigDecimal("10.00"), 1L));
    assertThatThrownBy(() -> rows(MARCH, is(Dimension.LEVEL, "ERROR")))
        .hasMessage("orders are not filtered by level");
  }

  @Test
  void nobodyBoughtNothing() {
    assertThat(rows(MARCH)).isEmpty();
  }

  /** Counted by hand in Java from the same orders, made up by a rule. */
  @Test
  void manyBuyersAreAsAPlainCountSays() {
    record Bought(int visitor, int day) {}
    List<Bought> all =
        java.util.stream.IntStream.range(0, 600)
            .mapToObj(i -> new Bought(i * 7919 % 97, 1 + i * i % 31))
            .distinct()
            .toList();
    append(
        all.stream()
            .map(
                one ->
                    bought(
                        "v" + one.visitor(),
                        "o" + one.visitor() + "-" + one.day(),
                        "2026-03-%02d".formatted(one.day()),
                        "10"))
            .toArray(Event.Draft[]::new));
    var expected =
        all.stream().collect(Collectors.groupingBy(Bought::visitor)).values().stream()
            .map(
                days -> {
                  var stats = days.stream().mapToLong(Bought::day).summaryStatistics();
                  return List.of(
                      stats.getCount() - 1, stats.getMax() - stats.getMin(), 31 - stats.getMin());
                })
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    var counted =
        rows(MARCH).stream()
            .collect(
                Collectors.toMap(row -> List.copyOf(row.subList(0, 3)), row -> (Long) row.get(4)));
    assertThat(counted).hasSameSizeAs(expected);
    expected.forEach((key, count) -> assertThat(counted).containsEntry(List.copyOf(key), count));
  }
}
