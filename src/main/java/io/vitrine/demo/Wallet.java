package io.vitrine.demo;

import io.vitrine.model.Event;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a payment service tells of who pays, besides the amount.
 *
 * @param email of the customer
 * @param card hash of the card; null when it was not paid by card
 * @param device fingerprint of the device
 * @param billing country of the bill
 * @param shipping country that the goods go to
 * @param door where they go
 */
record Wallet(
    String email,
    @Nullable String card,
    String cardCountry,
    String device,
    String billing,
    String shipping,
    String door) {

  private static final List<String> NAMES =
      List.of(
          "claire", "lukas", "marta", "jean", "sofia", "paul", "nora", "ines", "hugo", "elena",
          "oscar", "lea", "tom", "julie", "marc", "anna", "david", "camille", "sara", "emile");
  private static final List<String> HOSTS =
      List.of("example.org", "example.com", "example.net", "mail.example", "post.example");
  private static final List<String> STREETS =
      List.of("Rue des Lampes", "Quai du Soir", "Allee Verte", "Place du Marche", "Rue Haute");

  /** Where throw-away addresses are had; all are on the usual lists. */
  static final List<String> THROW_AWAY =
      List.of("mailinator.com", "guerrillamail.com", "yopmail.com", "10minutemail.com");

  /**
   * The wallet of a visitor. Some send gifts abroad, some have a card of another country, a few use
   * throw-away addresses: honest people do such things too.
   */
  static Wallet of(Visitor visitor, Order order) {
    Dice person = Dice.of(visitor.number(), 61);
    Dice once = Dice.of(Dice.hash(order.id().hashCode()), 62);
    String home = order.market().name();
    boolean second = once.chance(0.08);
    return new Wallet(
        email(person, person.chance(0.006)),
        order.payment().equals("card") ? card(visitor.number(), second ? 1 : 0) : null,
        person.chance(0.02) ? elsewhere(person, home) : home,
        visitor.id() + (once.chance(0.06) ? "-phone" : ""),
        person.chance(0.01) ? elsewhere(person, home) : home,
        once.chance(0.03) ? elsewhere(once, home) : home,
        door(person));
  }

  static String card(long number, long which) {
    return String.format(Locale.ROOT, "%016x", Dice.hash(number, which, 63));
  }

  static String email(Dice dice, boolean throwAway) {
    String name = dice.pick(NAMES) + "." + dice.pick(NAMES);
    String host = throwAway ? dice.pick(THROW_AWAY) : dice.pick(HOSTS);
    return name + dice.below(999) + "@" + host;
  }

  static String door(Dice dice) {
    return (1 + dice.below(180)) + " " + dice.pick(STREETS) + ", " + (10_000 + dice.below(80_000));
  }

  static String elsewhere(Dice dice, String home) {
    Market market = dice.pick(List.of(Market.values()));
    return market.name().equals(home) ? "PT" : market.name();
  }

  Event.Draft write(Event.Draft payment) {
    if (card != null) {
      payment
          .other("card_hash", card)
          .other("card_last4", card.replaceAll("[^0-9]", "").concat("0000").substring(0, 4))
          .other("card_country", cardCountry);
    }
    return payment
        .other("email", email)
        .other("device_id", device)
        .other("billing_country", billing)
        .other("shipping_country", shipping)
        .other("shipping_address", door);
  }
}
