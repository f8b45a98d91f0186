package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Worth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts. The currency is the sender's or the shop's, and the rate is what a unit of it was
 * worth at the event's time, or absent when nobody said. Amounts have four digits after the point,
 * half up. Prices and quantities are not negative, a line has at most 1e9 pieces, and what an event
 * is worth is below 1e14 in its currency and in the shop's; a refund's amount is what is given
 * back, with or without a minus. An order has an order id: {@code transaction_id} stands in for it,
 * and a purchase without either is its own order.
 */
final class ReadMoney implements Step {

  static final int SCALE = 4;

  private static final Field[] AMOUNTS = {
    Field.PRICE, Field.AMOUNT, Field.TAX, Field.SHIPPING, Field.DISCOUNT
  };

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private final Rates rates;
  private final int mostLines;

  ReadMoney(Rates rates) {
    this(rates, OrderLines.MOST);
  }

  ReadMoney(Rates rates, int mostLines) {
    this.rates = rates;
    this.mostLines = mostLines;
  }

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    Refusal refusal = round(draft);
    if (refusal == null) {
      refusal = Ranges.notNegative(draft, Field.PRICE, Field.TAX, Field.SHIPPING, Field.RESULTS);
    }
    if (refusal == null) {
      refusal = quantity(draft);
    }
    if (refusal == null) {
      refusal = order(draft);
    }
    if (refusal == null) {
      refusal = OrderLines.check(draft, mostLines);
    }
    if (refusal == null) {
      refusal = currency(draft);
    }
    return refusal == null ? worth(draft) : refusal;
  }

  private static @Nullable Refusal round(Event.Draft draft) {
    for (Field field : AMOUNTS) {
      BigDecimal amount = draft.decimal(field);
      if (amount == null) {
        continue;
      }
      if (amount.abs().compareTo(Worth.LIMIT) >= 0) {
        return Refusal.of(Reason.NUMBER_TOO_LARGE, field.wireName(), amount, "below 1e14");
      }
      draft.set(field, rounded(amount));
    }
    return null;
  }

  /** The amount with at most four digits after the point. */
  static BigDecimal rounded(BigDecimal amount) {
    return amount.scale() == SCALE ? amount : amount.setScale(SCALE, RoundingMode.HALF_UP);
  }

  private static @Nullable Refusal quantity(Event.Draft draft) {
    Long quantity = (Long) draft.value(Field.QUANTITY);
    return quantity == null ? null : quantity("quantity", quantity);
  }

  /** The refusal of a number of pieces that cannot be. */
  static @Nullable Refusal quantity(String name, long quantity) {
    if (quantity < 1) {
      return Refusal.of(Reason.NEGATIVE, name, quantity, "at least 1");
    }
    return quantity > Worth.MOST_PIECES
        ? Refusal.of(Reason.NUMBER_TOO_LARGE, name, quantity, "at most " + Worth.MOST_PIECES)
        : null;
  }

  private static @Nullable Refusal worth(Event.Draft draft) {
    BigDecimal worth =
        Worth.of(
            draft.decimal(Field.AMOUNT),
            draft.decimal(Field.PRICE),
            (Long) draft.value(Field.QUANTITY),
            draft.items());
    return Worth.fits(worth, (Double) draft.value(Field.RATE))
        ? null
        : Refusal.of(
            Reason.NUMBER_TOO_LARGE,
            "the worth of the event",
            worth,
            "below 1e14 in its currency and in the shop's");
  }

  private static @Nullable Refusal order(Event.Draft draft) {
    EventType type = new EventType(String.valueOf(draft.text(Field.TYPE)));
    if (!type.isOrder()) {
      return null;
    }
    if (!type.equals(EventType.PURCHASE)) {
      withoutMinus(draft, Field.AMOUNT);
    }
    withoutMinus(draft, Field.DISCOUNT);
    nameOrder(draft, type);
    return draft.has(Field.ORDER_ID)
        ? Ranges.notNegative(draft, Field.AMOUNT)
        : Refusal.of(Reason.MISSING_ORDER, "the " + type + " does not say of which order");
  }

  private static void nameOrder(Event.Draft draft, EventType type) {
    if (!draft.has(Field.ORDER_ID)) {
      draft.set(Field.ORDER_ID, draft.value(Field.TRANSACTION_ID));
    }
    if (!draft.has(Field.ORDER_ID) && type.equals(EventType.PURCHASE)) {
      draft.set(Field.ORDER_ID, draft.value(Field.ID));
    }
  }

  private static void withoutMinus(Event.Draft draft, Field field) {
    BigDecimal amount = draft.decimal(field);
    if (amount != null) {
      draft.set(field, amount.abs());
    }
  }

  private @Nullable Refusal currency(Event.Draft draft) {
    String given = draft.text(Field.CURRENCY);
    if (given == null && !hasMoney(draft)) {
      return null;
    }
    String code = given == null ? rates.shopCurrency() : given.toUpperCase(Locale.ROOT);
    if (!CURRENCIES.contains(code)) {
      return Refusal.of(Reason.UNKNOWN_CURRENCY, "currency", given, "a code of ISO 4217");
    }
    Instant at = draft.instant(Field.TIMESTAMP);
    draft.set(Field.CURRENCY, code);
    draft.set(Field.RATE, at == null ? null : rates.at(code, at));
    return null;
  }

  private static boolean hasMoney(Event.Draft draft) {
    return draft.has(Field.AMOUNT) || draft.has(Field.PRICE) || !draft.items().isEmpty();
  }
}
