package io.vitrine.history;

import io.vitrine.history.Mapping.Item;
import io.vitrine.history.Mapping.Rule;
import io.vitrine.history.Mapping.Taken;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes lines, drafts and items from rows, as a mapping says. Immutable. */
final class EventMaking {

  private static final int PRICE_SCALE = 4;
  private static final int ID_BYTES = 16;
  private static final Item NO_ITEM =
      new Item(new Taken(null, null, false, Map.of()), null, null, null, null, null);

  private final Mapping mapping;
  private final Values values;
  private final String shopCurrency;
  private final Item item;

  EventMaking(Mapping mapping, String shopCurrency) {
    this.mapping = mapping;
    this.values = new Values(mapping.layout());
    this.shopCurrency = shopCurrency;
    this.item = Objects.requireNonNullElse(mapping.item(), NO_ITEM);
  }

  /** A line with its amount; never fails. */
  MappedLine line(PastRow row, PastRow part) {
    Rule rule =
        mapping.rules().stream()
            .filter(one -> one.when().stream().allMatch(when -> when.holds(row, values)))
            .findFirst()
            .orElse(null);
    return new MappedLine(row, part, rule, amount(row, part), currency(row));
  }

  private String currency(PastRow row) {
    String given = fieldText(Field.CURRENCY, row);
    return given == null ? shopCurrency : given;
  }

  @Nullable String fieldText(Field field, PastRow row) {
    try {
      return Values.text(mapping.fields().get(field), row);
    } catch (Unreadable e) {
      return null;
    }
  }

  private BigDecimal amount(PastRow row, PastRow part) {
    boolean items = mapping.item() != null;
    PastRow from = items ? part : row;
    BigDecimal whole = number(items ? item.amount() : mapping.fields().get(Field.AMOUNT), from);
    if (whole != null) {
      return whole;
    }
    BigDecimal price = number(items ? item.price() : mapping.fields().get(Field.PRICE), from);
    Taken pieces = items ? item.quantity() : mapping.fields().get(Field.QUANTITY);
    BigDecimal quantity = pieces == null ? BigDecimal.ONE : number(pieces, from);
    return price == null || quantity == null ? BigDecimal.ZERO : price.multiply(quantity);
  }

  private @Nullable BigDecimal number(@Nullable Taken taken, PastRow row) {
    try {
      String text = Values.text(taken, row);
      return text == null ? null : values.decimalOrNull(text);
    } catch (Unreadable e) {
      return null;
    }
  }

  /**
   * An event with the fields of a line and no items yet.
   *
   * @param number tells events of equal id columns apart; 0 for none
   * @throws Unreadable when a field cannot be read
   */
  Event.Draft draft(MappedLine line, int number) {
    Event.Draft draft = Event.draft();
    mapping
        .fields()
        .forEach(
            (field, taken) -> {
              String text = Values.text(taken, line.row());
              draft.set(field, text == null ? null : values.of(field, text));
            });
    EventType type = line.rule() == null ? null : line.rule().type();
    if (type != null) {
      draft.set(Field.TYPE, type.name());
    }
    if (!draft.has(Field.TIMESTAMP)) {
      throw new Unreadable("timestamp_missing", "the row has no time");
    }
    return draft.set(Field.ID, id(line, String.valueOf(draft.text(Field.TYPE)), number));
  }

  private String id(MappedLine line, String type, int number) {
    List<String> parts = new ArrayList<>(List.of(mapping.source(), type));
    for (String column : mapping.id()) {
      String text = line.row().text(column);
      if (text == null) {
        throw new Unreadable("id_missing", column + " is empty: it tells events apart");
      }
      parts.add(text);
    }
    if (mapping.id().isEmpty()) {
      parts.add(line.row().whole());
    }
    parts.add(Integer.toString(number));
    return mapping.source() + "-" + digest(parts);
  }

  private static String digest(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The item of a line; what a refund gives back has no minus.
   *
   * @throws Unreadable when it is none
   */
  OrderLine item(MappedLine line, boolean refund) {
    PastRow part = line.part();
    String product = Values.text(item.productId(), part);
    if (product == null) {
      throw new Unreadable("product_missing", "the line names no product");
    }
    if (product.length() > Field.PRODUCT_ID.longest()) {
      throw new Unreadable("too_long", "the product's id is longer than 128 characters");
    }
    long quantity = quantity(part, refund);
    return new OrderLine(
        product,
        Values.text(item.productName(), part),
        Values.text(item.categoryId(), part),
        quantity,
        price(part, quantity, refund));
  }

  private long quantity(PastRow part, boolean refund) {
    String text = Values.text(item.quantity(), part);
    if (text == null && item.quantity() != null) {
      throw new Unreadable("quantity_missing", "the line says no quantity");
    }
    long given = text == null ? 1 : values.integer("quantity", text);
    long quantity = refund ? Math.abs(given) : given;
    if (quantity < 1) {
      throw new Unreadable("quantity_invalid", "quantity is " + given + ": at least 1");
    }
    return quantity;
  }

  private @Nullable BigDecimal price(PastRow part, long quantity, boolean refund) {
    boolean whole = item.amount() != null;
    String text = Values.text(whole ? item.amount() : item.price(), part);
    if (text == null) {
      return null;
    }
    BigDecimal given = values.decimal(whole ? "amount" : "price", text);
    BigDecimal amount = refund ? given.abs() : given;
    if (amount.signum() < 0) {
      throw new Unreadable("price_negative", "the price is " + given + ": not below 0");
    }
    return whole
        ? amount.divide(BigDecimal.valueOf(quantity), PRICE_SCALE, RoundingMode.HALF_UP)
        : amount;
  }
}
