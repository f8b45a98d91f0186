package io.vitrine.trust.fraud;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Problem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment that is to be judged. Only its id is needed; the more is said, the more can be judged.
 *
 * @param transactionId the same id is the same payment, however often it is sent
 * @param timestamp when; now when absent
 * @param currency ISO 4217; the shop's when absent
 * @param cardNumber is replaced by a keyed hash before anything is stored
 * @param cardHash instead of the number, when the sender hashes by itself
 * @param deviceId id or fingerprint of the device
 * @param country of the client, when it is not to be found from {@code ip}
 * @param shippingAddress is compared, not read
 * @param status approved, declined, failed, ...
 * @param quantity most pieces of one product
 */
record TransactionForm(
    @Nullable String transactionId,
    @Nullable Instant timestamp,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable String userId,
    @Nullable String cardNumber,
    @Nullable String cardHash,
    @Nullable String cardLast4,
    @Nullable String deviceId,
    @Nullable String ip,
    @Nullable String email,
    @Nullable String country,
    @Nullable String cardCountry,
    @Nullable String accountCountry,
    @Nullable String billingCountry,
    @Nullable String shippingCountry,
    @Nullable String shippingAddress,
    @Nullable Instant accountCreatedAt,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String status,
    @Nullable String paymentMethod,
    @Nullable Long quantity) {

  String id() {
    if (transactionId == null || transactionId.isBlank()) {
      throw Problem.caller("transaction_without_id", "a transaction needs a transaction_id");
    }
    if (transactionId.length() > Field.TRANSACTION_ID.longest()) {
      throw Problem.caller(
          "transaction_id_too_long",
          "a transaction_id has up to " + Field.TRANSACTION_ID.longest() + " characters");
    }
    return transactionId;
  }

  /** The log of type transaction as which it is stored. The same form has the same id. */
  Event.Draft draft(Instant now) {
    Event.Draft draft =
        Event.draft()
            .set(Field.ID, "detect-" + eventId())
            .set(Field.TYPE, EventType.TRANSACTION.name())
            .set(Field.TIMESTAMP, timestamp == null ? now : timestamp)
            .set(Field.SERVICE, "payments")
            .set(Field.LEVEL, "INFO")
            .set(Field.MESSAGE, "payment " + id() + " sent to be judged")
            .set(Field.TRANSACTION_ID, id())
            .set(Field.USER_ID, userId)
            .set(Field.AMOUNT, amount)
            .set(Field.CURRENCY, currency)
            .set(Field.IP, ip)
            .set(Field.COUNTRY, country)
            .set(Field.STATUS, status)
            .set(Field.PAYMENT_METHOD, paymentMethod)
            .set(Field.QUANTITY, quantity);
    other(draft, "card_number", cardNumber);
    other(draft, "card_hash", cardHash);
    other(draft, "card_last4", cardLast4);
    other(draft, "device_id", deviceId);
    other(draft, "email", email);
    other(draft, "card_country", cardCountry);
    other(draft, "account_country", accountCountry);
    other(draft, "billing_country", billingCountry);
    other(draft, "shipping_country", shippingCountry);
    other(draft, "shipping_address", shippingAddress);
    other(
        draft, "account_created_at", accountCreatedAt == null ? null : accountCreatedAt.toString());
    other(draft, "latitude", latitude == null ? null : BigDecimal.valueOf(latitude));
    other(draft, "longitude", longitude == null ? null : BigDecimal.valueOf(longitude));
    return draft;
  }

  /** Of the whole form, card number included, but not to be read back from it. */
  private String eventId() {
    return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static void other(Event.Draft draft, String name, @Nullable Object value) {
    if (value != null) {
      draft.other(name, value);
    }
  }
}
