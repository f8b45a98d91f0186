package io.vitrine.trust.fraud;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A payment that somebody made or tried to make. What the sender does not say is null.
 *
 * @param id the sender's id; the same id is the same payment
 * @param at when
 * @param amount in {@code currency}
 * @param currency ISO 4217
 * @param worth the amount in the shop's currency; null when it is not known in it
 * @param user account; null for guests
 * @param card keyed hash of the card's number
 * @param lastDigits last four digits of the card
 * @param device id of the device or browser
 * @param address the client's network address
 * @param email in small letters
 * @param delivery hash of the delivery address
 * @param countries what is known of the countries
 * @param place where it was made
 * @param accountSince when the account was made
 * @param outcome what became of it
 * @param pieces most pieces of one product
 * @param method how it was paid
 */
record Transaction(
    String id,
    Instant at,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable Double worth,
    @Nullable String user,
    @Nullable String card,
    @Nullable String lastDigits,
    @Nullable String device,
    @Nullable String address,
    @Nullable String email,
    @Nullable String delivery,
    Countries countries,
    @Nullable Place place,
    @Nullable Instant accountSince,
    Outcome outcome,
    long pieces,
    @Nullable String method) {

  /**
   * Countries of a payment, ISO 3166.
   *
   * @param address where the client's address is, or what the sender gives for it
   * @param card where the card was issued
   */
  record Countries(
      @Nullable String address,
      @Nullable String card,
      @Nullable String account,
      @Nullable String billing,
      @Nullable String shipping) {

    /** Those that are known, each once. */
    Set<String> known() {
      Set<String> known = new LinkedHashSet<>();
      for (String country : new @Nullable String[] {address, card, account, billing, shipping}) {
        if (country != null) {
          known.add(country);
        }
      }
      return known;
    }

    private Countries or(Countries other) {
      return new Countries(
          first(address, other.address),
          first(card, other.card),
          first(account, other.account),
          first(billing, other.billing),
          first(shipping, other.shipping));
    }
  }

  /** The value by which other payments can have something in common with this one. */
  @Nullable String of(Link link) {
    return switch (link) {
      case USER -> user;
      case CARD -> card;
      case DEVICE -> device;
      case ADDRESS -> address;
      case EMAIL -> email;
      case DELIVERY -> delivery;
    };
  }

  /** This payment with what a second report of it adds; what became of it is as told last. */
  Transaction with(Transaction report) {
    return new Transaction(
        id,
        at.isBefore(report.at) ? at : report.at,
        first(amount, report.amount),
        first(currency, report.currency),
        first(worth, report.worth),
        first(user, report.user),
        first(card, report.card),
        first(lastDigits, report.lastDigits),
        first(device, report.device),
        first(address, report.address),
        first(email, report.email),
        first(delivery, report.delivery),
        countries.or(report.countries),
        first(place, report.place),
        first(accountSince, report.accountSince),
        report.outcome == Outcome.UNKNOWN ? outcome : report.outcome,
        Math.max(pieces, report.pieces),
        first(method, report.method));
  }

  private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
    return one == null ? other : one;
  }
}
