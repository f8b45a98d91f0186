package io.vitrine.store;

import static io.vitrine.store.Shop.money;
import static io.vitrine.store.Shop.order;
import static io.vitrine.store.Shop.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Answer;
import io.vitrine.model.Attribution;
import io.vitrine.model.Attribution.Model;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Filter;
import io.vitrine.model.Metric;
import io.vitrine.model.Problem;
import io.vitrine.model.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every event store says what orders are owed to. */
public abstract class AttributionContract extends StoreFixture {

  private Answer attributed(Span span, int lookBack, Filter... filters) {
    return store.answer(
        new Attribution(Dimension.CHANNEL, lookBack, span, List.of(filters), Comparison.NONE));
  }

  /** Revenue by channel; a channel that is not known is "-". */
  private static Map<String, Object> revenue(Answer answer, Model model) {
    return figures(answer, "revenue_" + model.wireName());
  }

  private static Map<String, Object> figures(Answer answer, String figure) {
    Map<String, Object> figures = new TreeMap<>();
    for (int row = 0; row < answer.rows().size(); row++) {
      @Nullable Object channel = answer.value(row, "channel");
      @Nullable Object value = answer.value(row, figure);
      if (value instanceof BigDecimal amount && amount.signum() == 0) {
        continue;
      }
      figures.put(channel == null ? "-" : channel.toString(), String.valueOf(value));
    }
    return figures;
  }

  private static Event.Draft came(String visitor, String channel, String local) {
    return view(visitor, "p1", local).set(Field.CHANNEL, channel);
  }

  private static Event.Draft bought(String order, String visitor, String amount, String local) {
    return order(order, EventType.PURCHASE, local)
        .set(Field.VISITOR_ID, visitor)
        .set(Field.AMOUNT, money(amount));
  }

  @Test
  void eachModelSharesAnOrderItsOwnWay() {
    append(
        came("ann", "Email", "2026-03-02T10:00:00"),
        came("ann", "Organic Search", "2026-03-09T10:00:00"),
        came("ann", "Paid Search", "2026-03-09T12:00:00"),
        came("ann", "Direct", "2026-03-16T10:00:00"),
        bought("o1", "ann", "100", "2026-03-16T10:00:00"));
    Answer answer = attributed(day("2026-03-16"), 30);
    assertThat(revenue(answer, Model.FIRST_TOUCH)).isEqualTo(Map.of("Email", "100.00"));
    assertThat(revenue(answer, Model.LAST_TOUCH)).isEqualTo(Map.of("Direct", "100.00"));
    assertThat(revenue(answer, Model.LAST_NON_DIRECT)).isEqualTo(Map.of("Paid Search", "100.00"));
    assertThat(revenue(answer, Model.LINEAR))
        .isEqualTo(
            Map.of(
                "Email",
                "25.00",
                "Organic Search",
                "25.00",
                "Paid Search",
                "25.00",
                "Direct",
                "25.00"));
    assertThat(revenue(answer, Model.POSITION_BASED))
        .isEqualTo(
            Map.of(
                "Email",
                "40.00",
                "Organic Search",
                "10.00",
                "Paid Search",
                "10.00",
                "Direct",
                "40.00"));
    assertThat(figures(answer, "orders_position_based"))
        .containsEntry("Email", "0.4")
        .containsEntry("Paid Search", "0.1");
  }

  @Test
  void aTouchLosesHalfItsWeightInSevenDays() {
    append(
        came("ann", "Email", "2026-03-02T10:00:00"),
        came("ann", "Direct", "2026-03-09T10:00:00"),
        bought("o1", "ann", "30", "2026-03-09T10:00:00"));
    assertThat(revenue(attributed(day("2026-03-09"), 30), Model.TIME_DECAY))
        .isEqualTo(Map.of("Email", "10.00", "Direct", "20.00"));
  }

  @Test
  void twoTouchesHaveHalfEachAndOneHasAll() {
    append(
        came("ann", "Email", "2026-03-02T10:00:00"),
        came("ann", "Direct", "2026-03-09T10:00:00"),
        bought("o1", "ann", "5", "2026-03-09T10:00:00"),
        came("bob", "Direct", "2026-03-09T10:00:00"),
        bought("o2", "bob", "7", "2026-03-09T10:00:00"));
    Answer answer = attributed(day("2026-03-09"), 30);
    assertThat(revenue(answer, Model.POSITION_BASED))
        .isEqualTo(Map.of("Email", "2.50", "Direct", "9.50"));
    assertThat(revenue(answer, Model.LAST_NON_DIRECT))
        .isEqualTo(Map.of("Email", "5.00", "Direct", "7.00"));
  }

  @Test
  void onlyWhatLiesWithinTheLookBackCounts() {
    append(
        came("ann", "Email", "2026-03-02T10:00:00"),
        came("ann", "Direct", "2026-03-09T10:00:00.001"),
        bought("o1", "ann", "30", "2026-03-09T10:00:00.001"),
        came("ann", "Paid Search", "2026-03-09T12:00:00"));
    assertThat(revenue(attributed(day("2026-03-09"), 7), Model.FIRST_TOUCH))
        .isEqualTo(Map.of("Direct", "30.00"));
    assertThat(revenue(attributed(day("2026-03-09"), 8), Model.FIRST_TOUCH))
        .isEqualTo(Map.of("Email", "30.00"));
  }

  @Test
  void nobodyComesFromWhereOnePays() {
    append(
        came("ann", "Email", "2026-03-02T10:00:00"),
        came("ann", "Referral", "2026-03-02T12:00:00")
            .set(Field.REFERRER_HOST, "checkout.PayPal.com"),
        bought("o1", "ann", "30", "2026-03-02T12:00:00"),
        came("bob", "Referral", "2026-03-02T12:00:00").set(Field.REFERRER_HOST, "notpaypal.com"),
        bought("o2", "bob", "7", "2026-03-02T12:01:00"),
        came("cat", "Referral", "2026-03-02T12:00:00").set(Field.REFERRER_HOST, "paypal.com"),
        bought("o3", "cat", "1", "2026-03-02T12:01:00"));
    assertThat(revenue(attributed(day("2026-03-02"), 30), Model.LAST_TOUCH))
        .isEqualTo(Map.of("Email", "30.00", "Referral", "7.00", "-", "1.00"));
  }

  @Test
  void anOrderThatNoSessionLedToIsOwedToItsOwnOrigin() {
    append(
        order("o1", EventType.PURCHASE, "2026-03-02T12:00:00")
            .set(Field.AMOUNT, money("30"))
            .set(Field.CHANNEL, "Phone"),
        order("o2", EventType.PURCHASE, "2026-03-02T12:00:00").set(Field.AMOUNT, money("4")));
    for (Model model : Model.values()) {
      assertThat(revenue(attributed(day("2026-03-02"), 30), model))
          .isEqualTo(Map.of("Phone", "30.00", "-", "4.00"));
    }
  }

  @Test
  void aUsersOtherDeviceHasItsPart() {
    append(
        came("phone", "Email", "2026-03-02T10:00:00").set(Field.USER_ID, "ann"),
        came("desk", "Direct", "2026-03-03T10:00:00").set(Field.USER_ID, "ann"),
        bought("o1", "desk", "30", "2026-03-03T10:05:00"));
    assertThat(revenue(attributed(day("2026-03-03"), 30), Model.FIRST_TOUCH))
        .isEqualTo(Map.of("Email", "30.00"));
  }

  @Test
  void theSumsAreTheLedgersToTheCentWhateverTheModel() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<Event.Draft> drafts = new ArrayList<>();
    for (int visitor = 0; visitor < 40; visitor++) {
      for (int visit = random.nextInt(8); visit >= 0; visit--) {
        String local =
            "2026-03-%02dT%02d:00:00".formatted(1 + random.nextInt(9), random.nextInt(24));
        drafts.add(came("v" + visitor, "c" + random.nextInt(5), local));
      }
      for (int order = random.nextInt(3); order > 0; order--) {
        String name = "o" + visitor + "-" + order;
        String amount = BigDecimal.valueOf(random.nextInt(1_000_000), 3).toPlainString();
        drafts.add(bought(name, "v" + visitor, amount, "2026-03-10T%02d:30:00".formatted(order)));
        if (random.nextInt(4) == 0) {
          drafts.add(
              order(name, EventType.REFUND, "2026-03-20T10:00:00")
                  .set(Field.AMOUNT, money("0.33")));
        }
      }
    }
    append(drafts.toArray(Event.Draft[]::new));
    Span span = day("2026-03-10");
    List<@Nullable Object> ledger = totals(span, Metric.REVENUE, Metric.ORDERS);
    Answer answer = attributed(span, 30);
    for (Model model : Model.values()) {
      assertThat(sum(answer, "revenue_" + model.wireName()))
          .as(model.name())
          .isEqualByComparingTo(String.valueOf(ledger.get(0)));
      assertThat(sum(answer, "orders_" + model.wireName()))
          .as(model.name())
          .isEqualByComparingTo(String.valueOf(ledger.get(1)));
    }
  }

  private static BigDecimal sum(Answer answer, String figure) {
    int column = answer.column(figure);
    return answer.rows().stream()
        .map(row -> new BigDecimal(String.valueOf(row.get(column))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void filtersChooseOrdersAndAComparedPeriodStandsBeside() {
    append(
        came("ann", "Email", "2026-03-01T10:00:00"),
        bought("o1", "ann", "10", "2026-03-01T10:05:00").set(Field.COUNTRY, "FR"),
        came("ann", "Email", "2026-03-02T10:00:00"),
        bought("o2", "ann", "20", "2026-03-02T10:05:00").set(Field.COUNTRY, "FR"),
        bought("o3", "ann", "40", "2026-03-02T10:06:00").set(Field.COUNTRY, "DE"),
        came("bot", "Email", "2026-03-02T10:00:00").set(Field.BOT, true),
        bought("o4", "bot", "80", "2026-03-02T10:06:00").set(Field.BOT, true));
    Answer answer =
        store.answer(
            new Attribution(
                Dimension.CHANNEL,
                30,
                day("2026-03-02"),
                List.of(is(Dimension.COUNTRY, "FR")),
                Comparison.PREVIOUS_PERIOD));
    assertThat(answer.rows()).hasSize(1);
    assertThat(answer.value(0, "revenue_linear")).isEqualTo(money("20.00"));
    assertThat(answer.value(0, "revenue_linear_previous")).isEqualTo(money("10.00"));
  }

  @Test
  void whatOrdersAreNotOwedToIsRefused() {
    assertThatThrownBy(
            () ->
                new Attribution(
                    Dimension.DEVICE, 30, day("2026-03-02"), List.of(), Comparison.NONE))
        .isInstanceOf(Problem.class)
        .hasMessageEndingWith("not to a device");
    assertThatThrownBy(() -> attributed(day("2026-03-02"), 366))
        .isInstanceOf(Problem.class)
        .hasMessage("look_back is 1 to 365 days, not 366");
    assertThatThrownBy(() -> attributed(day("2026-03-02"), 30, is(Dimension.SERVICE, "x")))
        .isInstanceOf(Problem.class)
        .hasMessage("orders cannot be filtered by service");
  }
}
