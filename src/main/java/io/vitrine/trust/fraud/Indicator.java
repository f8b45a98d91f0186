package io.vitrine.trust.fraud;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What speaks for fraud, or against it, with its points and its bound as they ship. */
enum Indicator {
  /** The amount in the shop's currency is at least the bound. */
  HIGH_AMOUNT(20, 500),
  /** The amount is that many robust deviations above what the account usually pays. */
  UNUSUAL_AMOUNT(15, 3.5),
  /** So many payments with the same account, card, device, e-mail or address in five minutes. */
  RAPID_SUCCESSION(20, 3),
  /** So many failed payments in an hour. */
  REPEATED_FAILURES(25, 3),
  /** So many small payments or different cards from one place in an hour, many of them failed. */
  CARD_TESTING(40, 5),
  /** Faster than that many kilometres an hour from the last payment's place. */
  IMPOSSIBLE_TRAVEL(55, 900),
  /** A country new to an account that paid that many times from others. */
  UNUSUAL_COUNTRY(10, 3),
  /** So many different countries of address, card, account, bill and delivery. */
  COUNTRY_MISMATCH(28, 2),
  /** So many accounts or e-mail addresses with one card in a week. */
  SHARED_CARD(25, 2),
  /** So many accounts, cards or e-mail addresses on one device in a week. */
  SHARED_DEVICE(40, 3),
  /** So many accounts or cards at one network address in a day. */
  SHARED_ADDRESS(15, 5),
  /** So many accounts or cards for one delivery address in a week. */
  SHARED_DELIVERY(45, 3),
  /** The e-mail address is at a provider of throw-away addresses. */
  DISPOSABLE_EMAIL(20, 1),
  /** The name in the e-mail address has so many digits, or no vowel. */
  ODD_EMAIL(8, 5),
  /** An account younger than so many hours, or a first payment, and a large amount. */
  NEW_ACCOUNT(32, 24),
  /** A known account on a new device, in a new country or far dearer, after so many payments. */
  TAKEOVER(45, 2),
  /** So many pieces of one product. */
  MANY_PIECES(10, 10),
  /** Card, device, e-mail or account was decided to be fraud before. */
  BLOCKED(60, 1),
  /** The account was decided to be honest before. */
  ALLOWED(-30, 1);

  private final double points;
  private final double bound;

  Indicator(double points, double bound) {
    this.points = points;
    this.bound = bound;
  }

  /** Most points that it gives, as shipped. */
  double points() {
    return points;
  }

  /** From where on it speaks, as shipped. */
  double bound() {
    return bound;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Indicator> named(String wireName) {
    return Stream.of(values()).filter(one -> one.wireName().equals(wireName)).findFirst();
  }
}
