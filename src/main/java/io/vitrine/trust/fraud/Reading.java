package io.vitrine.trust.fraud;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads payments from events. */
final class Reading {

  /** Types of events that may tell of a payment. */
  static final List<String> TYPES =
      List.of(
          EventType.TRANSACTION.name(),
          EventType.PURCHASE.name(),
          EventType.CHECKOUT.name(),
          "payment",
          "payment_attempt",
          "payment_failed",
          "payment_succeeded");

  private static final Set<String> NO_PAYMENTS =
      Set.of("refund", "chargeback", "payout", "reversal", "void", "credit");
  private static final Set<String> NOBODY =
      Set.of("", "guest", "anonymous", "unknown", "none", "null", "-", "0");

  private Reading() {}

  /**
   * The payment that an event tells of. A purchase is paid; a checkout is a payment only where it
   * names one.
   */
  static Optional<Transaction> payment(Event event) {
    String id = id(event);
    if (id == null || event.flag(Field.BOT) || isOther(event)) {
      return Optional.empty();
    }
    return Optional.of(
        new Transaction(
            id,
            event.timestamp(),
            event.decimal(Field.AMOUNT),
            event.text(Field.CURRENCY),
            worth(event),
            user(event),
            other(event, "card_hash"),
            other(event, "card_last4"),
            device(event),
            event.text(Field.IP),
            email(event),
            delivery(event),
            new Transaction.Countries(
                event.text(Field.COUNTRY),
                country(event, "card_country"),
                country(event, "account_country"),
                country(event, "billing_country"),
                country(event, "shipping_country")),
            place(event),
            instant(other(event, "account_created_at")),
            outcome(event),
            pieces(event),
            event.text(Field.PAYMENT_METHOD)));
  }

  private static @Nullable String id(Event event) {
    String transaction = event.text(Field.TRANSACTION_ID);
    if (transaction != null) {
      return transaction;
    }
    return event.type().equals(EventType.CHECKOUT) ? null : event.text(Field.ORDER_ID);
  }

  private static boolean isOther(Event event) {
    String kind = event.text(Field.TRANSACTION_TYPE);
    String status = event.text(Field.STATUS);
    return (kind != null && NO_PAYMENTS.contains(kind.toLowerCase(Locale.ROOT)))
        || (status != null && status.toLowerCase(Locale.ROOT).startsWith("refund"));
  }

  private static @Nullable Double worth(Event event) {
    BigDecimal amount = event.decimal(Field.AMOUNT);
    Double rate = event.number(Field.RATE);
    return amount == null || rate == null ? null : amount.doubleValue() * rate;
  }

  private static @Nullable String user(Event event) {
    String user = event.text(Field.USER_ID);
    return user == null || NOBODY.contains(user.toLowerCase(Locale.ROOT)) ? null : user;
  }

  private static @Nullable String device(Event event) {
    String device = first(event, "device_id", "device_fingerprint", "fingerprint");
    return device == null ? event.text(Field.VISITOR_ID) : device;
  }

  private static @Nullable String email(Event event) {
    String email = first(event, "email", "customer_email", "user_email");
    return email == null || email.indexOf('@') <= 0 ? null : email.strip().toLowerCase(Locale.ROOT);
  }

  /** Letters and digits of the address in small letters, as a number: it is compared, not read. */
  private static @Nullable String delivery(Event event) {
    String given = first(event, "shipping_address", "delivery_address");
    if (given == null) {
      return null;
    }
    long hash = 1125899906842597L;
    for (int c :
        given.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).toArray()) {
      hash = 31 * hash + c;
    }
    return Long.toHexString(hash);
  }

  private static @Nullable String country(Event event, String name) {
    String given = other(event, name);
    return given == null || given.length() != 2 ? null : given.toUpperCase(Locale.ROOT);
  }

  private static @Nullable Place place(Event event) {
    Map<String, Object> others = event.others();
    if (others.get("latitude") instanceof Number north
        && others.get("longitude") instanceof Number east
        && Math.abs(north.doubleValue()) <= 90
        && Math.abs(east.doubleValue()) <= 180) {
      return new Place(north.doubleValue(), east.doubleValue(), 0);
    }
    return null;
  }

  private static Outcome outcome(Event event) {
    String type = event.type().name();
    if (type.equals(EventType.PURCHASE.name()) || type.equals("payment_succeeded")) {
      return Outcome.PAID;
    }
    return type.equals("payment_failed") ? Outcome.FAILED : Outcome.of(event.text(Field.STATUS));
  }

  private static long pieces(Event event) {
    return event.items().stream().mapToLong(OrderLine::quantity).max().orElse(0);
  }

  private static @Nullable Instant instant(@Nullable String given) {
    try {
      return given == null ? null : OffsetDateTime.parse(given).toInstant();
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static @Nullable String first(Event event, String... names) {
    for (String name : names) {
      String value = other(event, name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String other(Event event, String name) {
    Object value = event.others().get(name);
    String text = value == null ? "" : value.toString().strip();
    return text.isEmpty() || text.length() > 512 ? null : text;
  }
}
