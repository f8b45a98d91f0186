package io.vitrine.trust.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScorerTest {

  private static final long DAY = Duration.ofDays(1).toSeconds();

  @Test
  void anOrdinaryPaymentHasNoPoints() {
    Score score = Pay.score(Pay.by("ann", "t1", 0));
    assertThat(score.value()).isZero();
    assertThat(score.level()).isEqualTo(Level.MINIMAL);
    assertThat(score.signs()).isEmpty();
  }

  @Test
  void aHighAmountGivesHalfAtItsBoundAndAllAtThreeTimes() {
    assertThat(points(Pay.score(Pay.of("499.99", Pay.at("t1", 0))), "high_amount")).isZero();
    assertThat(points(Pay.score(Pay.of("500", Pay.at("t1", 0))), "high_amount")).isEqualTo(10);
    assertThat(points(Pay.score(Pay.of("1500", Pay.at("t1", 0))), "high_amount")).isEqualTo(20);
  }

  @Test
  void anAmountCountsInTheShopsCurrency() {
    Event.Draft yen = Pay.of("60000", Pay.at("t1", 0)).set(Field.RATE, 0.006);
    assertThat(Pay.score(yen).value()).isZero();
    assertThat(Pay.score(Pay.of("60000", Pay.at("t1", 0)).set(Field.RATE, null)).value()).isZero();
  }

  @Test
  void anAmountIsComparedWithWhatTheAccountUsuallyPays() {
    Score score =
        Pay.score(
            Pay.of("20", Pay.by("ann", "t1", -90 * DAY)),
            Pay.of("25", Pay.by("ann", "t2", -60 * DAY)),
            Pay.of("22", Pay.by("ann", "t3", -30 * DAY)),
            Pay.of("300", Pay.by("ann", "t4", 0)));
    Sign sign = sign(score, "unusual_amount");
    assertThat(sign.why()).isEqualTo("300.00 where the account usually pays 22.00 (3 payments)");
    assertThat(sign.evidence()).containsExactly("t1", "t2", "t3");
    assertThat(sign.window()).isEqualTo("400d");
  }

  @Test
  void manySmallPaymentsFromOneAddressAreCardTesting() {
    List<Event.Draft> tests = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      tests.add(
          Pay.of("1.50", Pay.at("t" + i, i * 10L))
              .set(Field.IP, "185.220.101.5")
              .set(Field.STATUS, "declined"));
    }
    List<Score> scores = Pay.scores(tests);
    assertThat(scores.get(1).level()).isEqualTo(Level.MINIMAL);
    assertThat(scores.getLast().level()).isEqualTo(Level.HIGH);
    assertThat(Pay.names(scores.getLast()))
        .startsWith("card_testing")
        .contains("rapid_succession", "repeated_failures");
    assertThat(sign(scores.getLast(), "card_testing").why())
        .isEqualTo("10 small payments or cards in an hour from one address, 9 failed");
  }

  @Test
  void nobodyFliesFromLyonToBostonInTwentyMinutes() {
    Score score =
        Pay.score(Pay.by("ann", "t1", 0), Pay.by("ann", "t2", 1_200).set(Field.COUNTRY, "US"));
    Sign sign = sign(score, "impossible_travel");
    assertThat(sign.points()).isEqualTo(55);
    assertThat(sign.evidence()).containsExactly("t1");
    assertThat(score.level()).isEqualTo(Level.MEDIUM);
    Score later =
        Pay.score(Pay.by("ann", "t1", 0), Pay.by("ann", "t2", DAY).set(Field.COUNTRY, "US"));
    assertThat(later.signs()).isEmpty();
  }

  @Test
  void aNeighbourCountryIsNoJourney() {
    Score score =
        Pay.score(Pay.by("ann", "t1", 0), Pay.by("ann", "t2", 600).set(Field.COUNTRY, "BE"));
    assertThat(Pay.names(score)).doesNotContain("impossible_travel");
  }

  @Test
  void distancesAreThoseOfTheGlobe() {
    Place paris = new Place(48.8566, 2.3522, 0);
    Place newYork = new Place(40.7128, -74.0060, 0);
    // Great-circle distance of the two cities, 5,837 km in every atlas.
    assertThat(paris.distance(newYork)).isCloseTo(5_837, Offset.offset(5.0));
    assertThat(new Place(48.8566, 2.3522, 500).distance(newYork))
        .isCloseTo(5_337, Offset.offset(5.0));
  }

  @Test
  void countriesThatDifferSayMoreWhenTheCardIsAbroad() {
    Event.Draft gift = Pay.at("t1", 0).other("shipping_country", "BE");
    Event.Draft card = Pay.at("t1", 0).other("card_country", "US");
    Event.Draft all = Pay.at("t1", 0).other("card_country", "US").other("shipping_country", "NG");
    assertThat(points(Pay.score(gift), "country_mismatch")).isEqualTo(8.4);
    assertThat(points(Pay.score(card), "country_mismatch")).isEqualTo(19.6);
    assertThat(points(Pay.score(all), "country_mismatch")).isEqualTo(28);
  }

  @Test
  void accountsOnOneDeviceAndCardsForOneDoorAreCounted() {
    Score device =
        Pay.score(
            Pay.by("ann", "t1", -DAY).other("device_id", "d"),
            Pay.by("bob", "t2", -7_200).other("device_id", "d"),
            Pay.by("cem", "t3", 0).other("device_id", "d"));
    assertThat(sign(device, "shared_device").why())
        .isEqualTo("3 different users with one device within 7d");
    Score door =
        Pay.score(
            Pay.at("t1", -DAY).other("card_hash", "a").other("shipping_address", "1, Rue Haute"),
            Pay.at("t2", -60).other("card_hash", "b").other("shipping_address", "1 rue haute"),
            Pay.at("t3", 0).other("card_hash", "c").other("shipping_address", "1 RUE HAUTE"));
    assertThat(points(door, "shared_delivery")).isEqualTo(22.5);
  }

  @Test
  void throwAwayAndOddAddressesAreTold() {
    assertThat(Pay.names(Pay.score(Pay.at("t1", 0).other("email", "a@mailinator.com"))))
        .containsExactly("disposable_email");
    assertThat(Pay.names(Pay.score(Pay.at("t1", 0).other("email", "xkcdqrt@example.org"))))
        .containsExactly("odd_email");
    assertThat(Pay.score(Pay.at("t1", 0).other("email", "claire.o'brien@example.org")).signs())
        .isEmpty();
  }

  @Test
  void aNewDeviceInANewCountryIsATakeover() {
    Score score =
        Pay.score(
            Pay.by("ann", "t1", -90 * DAY).other("device_id", "home"),
            Pay.by("ann", "t2", -60 * DAY).other("device_id", "home"),
            Pay.by("ann", "t3", 0).other("device_id", "else").set(Field.COUNTRY, "RO"));
    assertThat(points(score, "takeover")).isEqualTo(45);
  }

  @Test
  void aNewDeviceAtHomeIsATakeoverWhereItPaysFarMoreAndStaysOneForADay() {
    Event.Draft first = Pay.of("20", Pay.by("ann", "t1", -90 * DAY).other("device_id", "home"));
    Event.Draft second = Pay.of("20", Pay.by("ann", "t2", -60 * DAY).other("device_id", "home"));
    Event.Draft usual = Pay.of("40", Pay.by("ann", "t3", 0).other("device_id", "else"));
    Event.Draft dear = Pay.of("90", Pay.by("ann", "t4", 60).other("device_id", "else"));
    assertThat(Pay.names(Pay.score(first, second, usual))).doesNotContain("takeover");
    assertThat(points(Pay.score(first, second, usual, dear), "takeover")).isEqualTo(33.8);
    Event.Draft later = Pay.of("90", Pay.by("ann", "t5", 2 * DAY).other("device_id", "else"));
    assertThat(Pay.names(Pay.score(first, second, usual, later))).doesNotContain("takeover");
  }

  @Test
  void aYoungAccountWithALargeFirstOrderIsTold() {
    Event.Draft order =
        Pay.of("600", Pay.by("new", "t1", 0)).other("account_created_at", "2026-04-10T11:00:00Z");
    assertThat(sign(Pay.score(order), "new_account").why())
        .isEqualTo("the first payment, 600.00, 1.0 hours after sign-up");
  }

  @Test
  void guestsRobotsAndRefundsAreNoUsers() {
    assertThat(Pay.read(Pay.by("guest", "t1", 0)).user()).isNull();
    assertThat(Reading.payment(Pay.at("t1", 0).set(Field.BOT, true).finish())).isEmpty();
    assertThat(Reading.payment(Pay.at("t1", 0).set(Field.TRANSACTION_TYPE, "refund").finish()))
        .isEmpty();
  }

  @Test
  void aSecondReportAddsToTheFirst() {
    Memory memory = new Memory();
    memory.observe(Pay.read(Pay.by("ann", "t1", 0).set(Field.STATUS, null)));
    Seen seen =
        memory.observe(
            Pay.read(Pay.at("t1", 2).set(Field.STATUS, "declined").other("email", "A@b.c")));
    assertThat(seen.isNew()).isFalse();
    assertThat(seen.payment().user()).isEqualTo("ann");
    assertThat(seen.payment().email()).isEqualTo("a@b.c");
    assertThat(seen.payment().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(seen.past().count(Link.USER, Window.WEEK)).isZero();
  }

  @Test
  void aDecisionHoldsForLaterPaymentsOnly() {
    Lists lists =
        new Lists(
            Map.of(
                new Lists.Entry(Link.CARD, "stolen"), new Lists.Listed(true, Pay.NOON),
                new Lists.Entry(Link.USER, "ann"), new Lists.Listed(false, Pay.NOON)));
    Memory memory = new Memory();
    Seen before = memory.observe(Pay.read(Pay.at("t1", -1).other("card_hash", "stolen")));
    assertThat(Scorer.score(before, Rules.SHIPPED, lists).signs()).isEmpty();
    Seen after = memory.observe(Pay.read(Pay.at("t2", 1).other("card_hash", "stolen")));
    assertThat(Scorer.score(after, Rules.SHIPPED, lists).value()).isEqualTo(60);
    Seen honest = memory.observe(Pay.read(Pay.by("ann", "t3", 600).other("card_hash", "stolen")));
    assertThat(Scorer.score(honest, Rules.SHIPPED, lists).value()).isEqualTo(30);
  }

  @Test
  void rulesThatCannotBeAreRefused() {
    Map<String, Rules.Weight> weights = new LinkedHashMap<>(Rules.SHIPPED.weights());
    assertThatThrownBy(() -> new Rules(50, 25, 75, 10, weights).checked())
        .hasMessageContaining("low, medium and high rise");
    weights.put("fame", new Rules.Weight(1, 1));
    assertThatThrownBy(() -> new Rules(25, 50, 75, 10, weights).checked())
        .hasMessageContaining("no indicator fame");
    assertThatThrownBy(() -> new Rules(25, 50, 75, 31, Map.of()).checked())
        .hasMessageContaining("bonus is 0 to 30");
    assertThat(new Rules(10, 20, 30, 0, Map.of()).checked().weights())
        .isEqualTo(Rules.SHIPPED.weights());
  }

  @Test
  void theModelIsBoundedAndSaysWhatWasUnusual() {
    AnomalyModel model = new AnomalyModel();
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 1_000; i++) {
      double[] usual = new double[10];
      usual[0] = 4 + 0.3 * random.nextGaussian();
      usual[9] = 1;
      model.grade(usual);
    }
    double[] odd = {9, 3, 0, 0, 3, 3, 3, 0, 5, 4};
    Anomaly found = model.grade(odd);
    assertThat(found.grade()).isBetween(0.1, 1.0);
    assertThat(found.shares()).hasSize(3);
  }

  private static Sign sign(Score score, String name) {
    return score.signs().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private static double points(Score score, String name) {
    return score.signs().stream()
        .filter(one -> one.name().equals(name))
        .mapToDouble(Sign::points)
        .sum();
  }

  @Test
  void timesOfAccountsThatCannotBeReadAreLeftOut() {
    assertThat(Pay.read(Pay.at("t1", 0).other("account_created_at", "yesterday")).accountSince())
        .isNull();
    assertThat(
            Pay.read(Pay.at("t1", 0).other("account_created_at", "2026-04-10T13:00:00+02:00"))
                .accountSince())
        .isEqualTo(Instant.parse("2026-04-10T11:00:00Z"));
  }
}
