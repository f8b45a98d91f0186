package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import io.vitrine.model.Worth;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules for the lines of an order, cart or refund. */
final class OrderLines {

  static final int MOST = 1_000;

  private OrderLines() {}

  /** The refusal of the first line that breaks a rule, if one does; prices are rounded. */
  static @Nullable Refusal check(Event.Draft draft, int most) {
    List<OrderLine> lines = draft.items();
    if (lines.isEmpty()) {
      return null;
    }
    if (lines.size() > most) {
      return Refusal.of(Reason.BAD_ITEM, lines.size() + " items: at most " + most);
    }
    for (OrderLine line : lines) {
      Refusal refusal = check(line);
      if (refusal != null) {
        return refusal;
      }
    }
    draft.items(lines.stream().map(OrderLines::tidy).toList());
    return null;
  }

  private static @Nullable Refusal check(OrderLine line) {
    BigDecimal price = line.price();
    if (line.productId().isEmpty() || line.productId().length() > Field.PRODUCT_ID.longest()) {
      return Refusal.of(
          Reason.BAD_ITEM, "product_id of an item", line.productId(), "1 to 128 characters");
    }
    Refusal quantity = ReadMoney.quantity("quantity of an item", line.quantity());
    if (quantity != null) {
      return quantity;
    }
    if (price != null && price.signum() < 0) {
      return Refusal.of(Reason.NEGATIVE, "price of an item", price, "not below 0");
    }
    return isTooMuch(line)
        ? Refusal.of(Reason.NUMBER_TOO_LARGE, "amount of an item", line.amount(), "below 1e14")
        : null;
  }

  private static boolean isTooMuch(OrderLine line) {
    BigDecimal amount = line.amount();
    return amount != null && amount.compareTo(Worth.LIMIT) >= 0;
  }

  private static OrderLine tidy(OrderLine line) {
    return new OrderLine(
        line.productId(),
        cut(line.productName(), Field.PRODUCT_NAME),
        cut(line.categoryId(), Field.CATEGORY_ID),
        line.quantity(),
        line.price() == null ? null : ReadMoney.rounded(line.price()));
  }

  private static @Nullable String cut(@Nullable String text, Field field) {
    return text == null ? null : PlainText.cut(text, field.longest());
  }
}
