package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Those who pay with what is not theirs: bought card data, somebody else's account, a device full
 * of accounts. Each episode's payments have ids that begin with its name, which is how a test knows
 * them; nothing else in them says what they are.
 */
final class Cheats {

  /** What is done in an episode. */
  private enum Episode {
    /**
     * A new account orders dear things with a stolen card, again and again until it is declined.
     */
    STOLEN_CARD(0.05, List.of(212L, 318L, 355L, 362L, 364L)),
    /**
     * Weeks after its owner's first orders somebody else is in an account and orders dear things.
     */
    TAKEOVER(0.04, List.of(248L, 313L, 341L, 346L)),
    /** One device orders for many accounts with many cards. */
    DEVICE_RING(0.025, List.of(295L, 347L, 360L)),
    /** Goods of many cards go to one door. */
    DROP_ADDRESS(0.025, List.of(281L, 340L, 357L, 364L));

    private final double aDay;

    @SuppressWarnings("ImmutableEnumChecker") // a list that nothing changes
    private final List<Long> days;

    Episode(double aDay, List<Long> days) {
      this.aDay = aDay;
      this.days = days;
    }
  }

  private static final Network SERVERS = Network.of("45.155.204.0/23");

  private final World world;

  Cheats(World world) {
    this.world = world;
  }

  void open(LocalDate day) {
    Dice dice = Dice.of(world.seed(), 73, day.toEpochDay());
    for (Episode episode : Episode.values()) {
      if (dice.chance(episode.aDay) || episode.days.contains(world.age(day))) {
        run(episode, day, dice);
      }
    }
  }

  private void run(Episode episode, LocalDate day, Dice dice) {
    Instant at = Season.moment(day, Season.HOME, dice);
    String id = episode.name().toLowerCase(Locale.ROOT) + "-" + day + "-";
    switch (episode) {
      case STOLEN_CARD -> stolenCard(id, at, dice);
      case TAKEOVER -> takeover(id, at, dice);
      case DEVICE_RING -> deviceRing(id, at, dice);
      case DROP_ADDRESS -> dropAddress(id, at, dice);
    }
  }

  private void stolenCard(String id, Instant start, Dice dice) {
    Instant at = start;
    String account = account(dice);
    Wallet wallet =
        new Wallet(
            Wallet.email(dice, dice.chance(0.6)),
            Wallet.card(dice.next(), 0),
            dice.pick(List.of("US", "GB", "IT")),
            "fp" + Long.toHexString(dice.next()),
            "FR",
            dice.pick(List.of("FR", "FR", "RO")),
            Wallet.door(dice));
    String address = SERVERS.address(dice);
    int tries = 3 + dice.below(4);
    for (int i = 0; i < tries; i++) {
      boolean declined = i == tries - 1 || dice.chance(0.25);
      pay(id + i, at, amount(dice, 280, 900), declined, wallet)
          .set(Field.USER_ID, account)
          .set(Field.IP, address)
          .set(Field.COUNTRY, "NL")
          .other("account_created_at", start.minusSeconds(1_200 + dice.below(6_000)).toString());
      at = at.plusSeconds(40 + (long) dice.exponential(150));
    }
  }

  private void takeover(String id, Instant start, Dice dice) {
    String account = account(dice);
    Dice owner = Dice.of(dice.next());
    String device = "fp" + Long.toHexString(owner.next());
    Wallet own =
        new Wallet(
            Wallet.email(owner, false),
            Wallet.card(owner.next(), 0),
            "FR",
            device,
            "FR",
            "FR",
            Wallet.door(owner));
    String home = Market.FR.address(owner);
    Instant at = start;
    for (int i = 0; i < 3; i++) {
      pay("own-" + id + i, at, amount(owner, 35, 110), false, own)
          .set(Field.USER_ID, account)
          .set(Field.IP, home)
          .set(Field.COUNTRY, "FR");
      at = at.plusSeconds(300_000L + owner.below(300_000));
    }
    Wallet stranger =
        new Wallet(
            own.email(),
            own.card(),
            "FR",
            "fp" + Long.toHexString(dice.next()),
            "FR",
            "FR",
            Wallet.door(dice));
    for (int i = 0; i < 2; i++) {
      pay(id + i, at.plusSeconds(i * 400L), amount(dice, 240, 800), false, stranger)
          .set(Field.USER_ID, account)
          .set(Field.IP, Market.US.address(dice))
          .set(Field.COUNTRY, "US");
    }
  }

  private void deviceRing(String id, Instant start, Dice dice) {
    Instant at = start;
    String device = "fp" + Long.toHexString(dice.next());
    String address = SERVERS.address(dice);
    int accounts = 6 + dice.below(5);
    for (int i = 0; i < accounts; i++) {
      Wallet wallet =
          new Wallet(
              Wallet.email(dice, dice.chance(0.4)),
              Wallet.card(dice.next(), 0),
              dice.pick(List.of("FR", "US", "DE")),
              device,
              "FR",
              "FR",
              Wallet.door(dice));
      pay(id + i, at, amount(dice, 60, 260), dice.chance(0.3), wallet)
          .set(Field.USER_ID, account(dice))
          .set(Field.IP, address)
          .set(Field.COUNTRY, "NL");
      at = at.plusSeconds(300 + (long) dice.exponential(2_400));
    }
  }

  private void dropAddress(String id, Instant start, Dice dice) {
    Instant at = start;
    String door = Wallet.door(dice);
    int orders = 5 + dice.below(4);
    for (int i = 0; i < orders; i++) {
      Wallet wallet =
          new Wallet(
              Wallet.email(dice, dice.chance(0.2)),
              Wallet.card(dice.next(), 0),
              dice.pick(List.of("US", "DE", "ES", "IT")),
              "fp" + Long.toHexString(dice.next()),
              dice.pick(List.of("US", "DE", "FR")),
              "FR",
              door);
      pay(id + i, at, amount(dice, 120, 480), dice.chance(0.2), wallet)
          .set(Field.USER_ID, account(dice))
          .set(Field.IP, Market.FR.address(dice))
          .set(Field.COUNTRY, "FR");
      at = at.plusSeconds(1_800 + (long) dice.exponential(9_000));
    }
  }

  private static String account(Dice dice) {
    return String.format(Locale.ROOT, "u%06d", 700_000 + dice.below(190_000));
  }

  private static BigDecimal amount(Dice dice, int low, int high) {
    return BigDecimal.valueOf(low * 100L + dice.below((high - low) * 100), 2);
  }

  private Event.Draft pay(
      String id, Instant at, BigDecimal amount, boolean declined, Wallet wallet) {
    Event.Draft payment =
        LogLine.of(EventType.TRANSACTION, id, at, declined ? "WARN" : "INFO", "payments")
            .set(Field.TRANSACTION_ID, "tx-" + id)
            .set(Field.AMOUNT, amount)
            .set(Field.CURRENCY, "EUR")
            .set(Field.PAYMENT_METHOD, "card")
            .set(Field.STATUS, declined ? "declined" : "approved")
            .set(Field.TRANSACTION_TYPE, "purchase")
            .set(Field.MERCHANT_ID, "maison-lumen")
            .set(Field.MESSAGE, "card payment of " + amount + " EUR");
    world.outbox().add(wallet.write(payment));
    return payment;
  }
}
