package io.vitrine.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoShopTest {

  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

  @Test
  void theSameSeedMakesTheSameEventsAndAnotherSeedOthers() {
    String first = Year.read(7, 0.1, NEW_YEAR).toString();
    assertThat(Year.read(7, 0.1, NEW_YEAR).toString()).isEqualTo(first);
    assertThat(Year.read(8, 0.1, NEW_YEAR).toString()).isNotEqualTo(first);
  }

  @Test
  void eventsComeInTimeOrderWithIdsOfTheirOwn() {
    Set<String> ids = new HashSet<>();
    Instant before = Instant.EPOCH;
    for (Event event : Year.events()) {
      assertThat(event.timestamp()).isAfterOrEqualTo(before);
      before = event.timestamp();
      assertThat(ids.add(event.id())).as(event.id()).isTrue();
    }
  }

  @Test
  void theEventsOfADayDoNotDependOnHowFarTheShopIsReadAtOnce() {
    List<Event> further = Year.read(7, 0.1, NEW_YEAR.plusDays(9));
    List<Event> shorter = Year.read(7, 0.1, NEW_YEAR);
    assertThat(further.subList(0, shorter.size()).toString()).isEqualTo(shorter.toString());
  }

  @Test
  void aYearIsAboutHalfAMillionEvents() {
    assertThat(Year.events().size()).isBetween(400_000, 600_000);
  }

  @Test
  void everyOrderIsWorthItsLines() {
    assertThat(Year.orders()).hasSizeGreaterThan(1_000);
    Year.of(EventType.PURCHASE)
        .forEach(order -> assertThat(amount(order)).isEqualByComparingTo(worth(order.items())));
  }

  private static BigDecimal amount(Event event) {
    return Objects.requireNonNull(event.decimal(Field.AMOUNT));
  }

  private static BigDecimal worth(List<OrderLine> lines) {
    return lines.stream()
        .map(line -> Objects.requireNonNull(line.amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void someOrdersArriveTwiceWithTheSameContent() {
    Map<String, List<Event>> arrivals =
        Year.of(EventType.PURCHASE)
            .collect(Collectors.groupingBy(event -> Year.text(event, Field.ORDER_ID)));
    List<List<Event>> twice = arrivals.values().stream().filter(all -> all.size() > 1).toList();
    assertThat((double) twice.size() / arrivals.size()).isBetween(0.04, 0.08);
    assertThat(twice)
        .allSatisfy(all -> assertThat(all.getFirst().items()).isEqualTo(all.getLast().items()));
  }

  @Test
  void refundsAndCancellationsFollowTheirOrdersAndNeverExceedThem() {
    Map<String, Event> orders = Year.orders();
    Stream.concat(Year.of(EventType.REFUND), Year.of(EventType.CANCELLATION))
        .forEach(
            back -> {
              Event order = Objects.requireNonNull(orders.get(back.text(Field.ORDER_ID)));
              assertThat(back.timestamp()).isAfter(order.timestamp());
              assertThat(amount(back)).isLessThanOrEqualTo(amount(order));
              assertThat(order.items()).hasSizeGreaterThanOrEqualTo(back.items().size());
            });
    assertThat(Year.of(EventType.CANCELLATION)).isNotEmpty();
  }

  @Test
  void aFewOrdersInAHundredAreRefundedSomeInPart() {
    Map<String, Event> orders = Year.orders();
    List<Event> refunds = Year.of(EventType.REFUND).toList();
    assertThat((double) refunds.size() / orders.size()).isBetween(0.05, 0.08);
    assertThat(refunds)
        .anySatisfy(
            refund ->
                assertThat(amount(refund))
                    .isLessThan(
                        amount(Objects.requireNonNull(orders.get(refund.text(Field.ORDER_ID))))));
  }

  @Test
  void twoToThreeSessionsInAHundredBuyForAboutEightyEuro() {
    double sessions = Year.sessions(start -> true);
    double orders = Year.orders().size();
    double revenue = Year.orders().values().stream().mapToDouble(DemoShopTest::euro).sum();
    assertThat(orders / sessions).isBetween(0.02, 0.033);
    assertThat(revenue / orders).isBetween(60.0, 110.0);
  }

  private static double euro(Event order) {
    return amount(order).doubleValue() * Objects.requireNonNull(order.number(Field.RATE));
  }

  @Test
  void someCustomersBuyAgainAndSomeVisitorsReturn() {
    Map<String, Long> orders = count(Year.orders().values().stream(), Field.VISITOR_ID);
    double again = orders.values().stream().filter(count -> count > 1).count();
    assertThat(again / orders.size()).isBetween(0.12, 0.30);
    Map<String, Set<String>> visits =
        Year.people()
            .collect(
                Collectors.groupingBy(
                    event -> Year.text(event, Field.VISITOR_ID),
                    Collectors.mapping(
                        event -> Year.text(event, Field.SESSION_ID), Collectors.toSet())));
    double returned = visits.values().stream().filter(sessions -> sessions.size() > 1).count();
    assertThat(returned / visits.size()).isBetween(0.2, 0.4);
  }

  private static Map<String, Long> count(Stream<Event> events, Field field) {
    return events.collect(
        Collectors.groupingBy(event -> Year.text(event, field), Collectors.counting()));
  }

  @Test
  void weekendsEveningsAndDecemberAreBusy() {
    double sunday = Year.sessions(start -> start.getDayOfWeek() == DayOfWeek.SUNDAY);
    double tuesday = Year.sessions(start -> start.getDayOfWeek() == DayOfWeek.TUESDAY);
    assertThat(sunday / tuesday).isGreaterThan(1.12);
    assertThat(hour(21)).isGreaterThan(3 * hour(4));
    assertThat(Year.sessions(start -> start.getMonth() == Month.DECEMBER))
        .isGreaterThan(Year.sessions(start -> start.getMonth() == Month.FEBRUARY));
  }

  private static double hour(int hour) {
    return Year.sessions(start -> start.getHour() == hour);
  }

  @Test
  void aFewProductsHaveMostOfTheSales() {
    Map<String, Long> sold =
        Year.orders().values().stream()
            .flatMap(order -> order.items().stream())
            .collect(Collectors.groupingBy(OrderLine::productId, Collectors.counting()));
    List<Long> most =
        sold.values().stream().sorted((left, right) -> Long.compare(right, left)).toList();
    double all = most.stream().mapToLong(count -> count).sum();
    double top = most.stream().limit(Catalogue.SIZE / 5).mapToLong(count -> count).sum();
    assertThat(top / all).isGreaterThan(0.45);
  }

  @Test
  void pricesOfAProductChangeDuringTheYear() {
    Map<String, Long> prices =
        Year.of(EventType.PRODUCT_VIEW)
            .filter(view -> "EUR".equals(view.text(Field.CURRENCY)))
            .collect(
                Collectors.groupingBy(
                    view -> Year.text(view, Field.PRODUCT_ID),
                    Collectors.collectingAndThen(
                        Collectors.mapping(DemoShopTest::price, Collectors.toSet()),
                        set -> (long) set.size())));
    assertThat(prices).hasSize(Catalogue.SIZE);
    assertThat(prices.values().stream().mapToLong(count -> count).average().orElse(0))
        .isGreaterThan(3);
  }

  private static BigDecimal price(Event view) {
    return Objects.requireNonNull(view.decimal(Field.PRICE));
  }

  @Test
  void oneExperimentReallyHelpsAndTheOtherDoesNot() {
    double helped = buyers(Trial.STICKY_CART, "treatment") / buyers(Trial.STICKY_CART, "control");
    assertThat(helped).isBetween(1.1, 1.7);
    double same =
        buyers(Trial.FREE_SHIPPING_BANNER, "treatment")
            / buyers(Trial.FREE_SHIPPING_BANNER, "control");
    assertThat(same).isCloseTo(1, within(0.3));
  }

  /** Part of those who saw a variant that bought afterwards. */
  private static double buyers(Trial trial, String variant) {
    Set<String> exposed =
        Year.of(EventType.EXPOSURE)
            .filter(event -> trial.key().equals(event.text(Field.EXPERIMENT)))
            .filter(event -> variant.equals(event.text(Field.VARIANT)))
            .map(event -> Year.text(event, Field.VISITOR_ID))
            .collect(Collectors.toSet());
    LocalDate start = trial.start(Year.TODAY.minusDays(365));
    Predicate<Event> since = order -> !Year.local(order).toLocalDate().isBefore(start);
    double bought =
        Year.orders().values().stream()
            .filter(since)
            .map(order -> Year.text(order, Field.VISITOR_ID))
            .distinct()
            .filter(exposed::contains)
            .count();
    return bought / exposed.size();
  }

  @Test
  void aScaleThatMakesNoShopIsRefused() {
    assertThatThrownBy(() -> new DemoShop(1, NEW_YEAR, 0)).hasMessageContaining("scale is 0.0");
  }
}
