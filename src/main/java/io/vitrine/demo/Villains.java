package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Those who attack and those who cheat, as the services' logs show them. */
final class Villains {

  private static final List<Network> HIDEOUTS =
      List.of(
          Network.of("185.220.101.0/24"),
          Network.of("45.155.204.0/23"),
          Network.of("5.188.62.0/24"));
  private static final double ATTACKS_A_DAY = 0.22;
  private static final double CARD_TESTS_A_DAY = 0.02;
  private static final double JOURNEYS_A_DAY = 0.03;
  private static final List<Long> CARD_TEST_DAYS = List.of(190L, 305L, 361L);
  private static final List<Long> JOURNEY_DAYS = List.of(240L, 352L, 363L);
  private static final List<Long> SIEGE_DAYS = List.of(150L, 358L, 364L);

  private final World world;

  Villains(World world) {
    this.world = world;
  }

  void open(LocalDate day) {
    Dice dice = Dice.of(world.seed(), 71, day.toEpochDay());
    attack(day, dice);
    if (dice.chance(CARD_TESTS_A_DAY) || CARD_TEST_DAYS.contains(world.age(day))) {
      testCards(day, dice);
    }
    if (dice.chance(JOURNEYS_A_DAY) || JOURNEY_DAYS.contains(world.age(day))) {
      travelImpossibly(day, dice);
    }
  }

  private void attack(LocalDate day, Dice dice) {
    if (SIEGE_DAYS.contains(world.age(day))) {
      List.of(Assault.values()).forEach(assault -> attack(assault, day, dice));
    }
    if (dice.chance(ATTACKS_A_DAY)) {
      attack(dice.pick(List.of(Assault.values())), day, dice);
    }
  }

  private void attack(Assault assault, LocalDate day, Dice dice) {
    String address = dice.pick(HIDEOUTS).address(dice);
    Instant at = Season.moment(day, Season.HOME, dice);
    String id = "assault-" + day + "-" + Long.toString(dice.next() >>> 30, 36) + "-";
    for (int request = 0; request < assault.requests(); request++) {
      at = at.plusMillis(200L + (long) dice.exponential(3_000));
      world.outbox().add(request(assault, id + request, at, dice).set(Field.IP, address));
    }
  }

  private static Event.Draft request(Assault assault, String id, Instant at, Dice dice) {
    String endpoint = assault.endpoint(dice);
    double time = Math.round(dice.logNormal(30, 0.5));
    return LogLine.of(EventType.PERFORMANCE, id, at, "WARN", "gateway")
        .set(Field.ENDPOINT, endpoint)
        .set(Field.METHOD, assault.method())
        .set(Field.STATUS_CODE, assault.status())
        .set(Field.RESPONSE_TIME, time)
        .set(Field.DB_QUERY_TIME, 0.0)
        .set(Field.CACHE_HIT, false)
        .set(Field.USER_AGENT, assault.agent())
        .set(Field.MESSAGE, assault.method() + " " + endpoint + " " + assault.status());
  }

  /** Many small payments from one address, nearly all declined. */
  private void testCards(LocalDate day, Dice dice) {
    String address = dice.pick(HIDEOUTS).address(dice);
    Instant at = Season.moment(day, Season.HOME, dice);
    for (int card = 0; card < 45; card++) {
      at = at.plusMillis(2_000L + (long) dice.exponential(9_000));
      testCard("cards-" + day + "-" + card, at, address, dice);
    }
  }

  private void testCard(String id, Instant at, String address, Dice dice) {
    BigDecimal amount = BigDecimal.valueOf(100 + dice.below(100), 2);
    boolean declined = dice.chance(0.93);
    Event.Draft payment =
        pay(EventType.TRANSACTION, id, at, amount, declined ? "WARN" : "INFO")
            .set(Field.PAYMENT_METHOD, "card")
            .set(Field.STATUS, declined ? "declined" : "approved")
            .set(Field.TRANSACTION_TYPE, "purchase")
            .set(Field.MERCHANT_ID, "maison-lumen")
            .set(Field.MESSAGE, "card payment of " + amount + " EUR");
    world.outbox().add(payment.set(Field.IP, address));
    suspect(id, at, amount, "card_testing,rapid_succession", 86 + dice.below(12), "Tor exit")
        .set(Field.IP, address);
  }

  private static Event.Draft pay(
      EventType type, String id, Instant at, BigDecimal amount, String level) {
    return LogLine.of(type, id, at, level, "payments")
        .set(Field.TRANSACTION_ID, "tx-" + id)
        .set(Field.USER_ID, "guest")
        .set(Field.AMOUNT, amount)
        .set(Field.CURRENCY, "EUR");
  }

  private Event.Draft suspect(
      String id, Instant at, BigDecimal amount, String why, double score, String place) {
    Event.Draft log =
        pay(EventType.FRAUD, id + "-fraud", at, amount, "ERROR")
            .set(Field.TRANSACTION_ID, "tx-" + id)
            .set(Field.FRAUD_SCORE, score)
            .set(Field.FRAUD_DETECTED, true)
            .set(Field.INDICATORS, why)
            .set(Field.LOCATION, place)
            .set(Field.MESSAGE, "fraud suspected: " + why);
    world.outbox().add(log);
    return log;
  }

  /** One account pays in Lyon and, minutes later, on another continent. */
  private void travelImpossibly(LocalDate day, Dice dice) {
    String account = String.format(Locale.ROOT, "u%06d", 900_000 + dice.below(90_000));
    Instant at = Season.moment(day, Season.HOME, dice);
    stop(account, "travel-" + day + "-home", at, Market.FR, dice);
    String away = "travel-" + day + "-away";
    Instant then = at.plusSeconds(600L + dice.below(1_500));
    BigDecimal amount = stop(account, away, then, Market.US, dice);
    suspect(away, then, amount, "impossible_travel,high_amount", 78, Market.US.place())
        .set(Field.USER_ID, account)
        .set(Field.COUNTRY, Market.US.name());
  }

  private BigDecimal stop(String account, String id, Instant at, Market market, Dice dice) {
    BigDecimal amount = BigDecimal.valueOf(20_000 + dice.below(70_000), 2);
    world
        .outbox()
        .add(
            pay(EventType.TRANSACTION, id, at, amount, "INFO")
                .set(Field.USER_ID, account)
                .set(Field.IP, market.address(dice))
                .set(Field.COUNTRY, market.name())
                .set(Field.LOCATION, market.place())
                .set(Field.PAYMENT_METHOD, "card")
                .set(Field.STATUS, "approved")
                .set(Field.TRANSACTION_TYPE, "purchase")
                .set(Field.MERCHANT_ID, "maison-lumen")
                .set(Field.MESSAGE, "card payment of " + amount + " EUR"));
    return amount;
  }
}
