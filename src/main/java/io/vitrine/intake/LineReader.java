package io.vitrine.intake;

import io.vitrine.model.OrderLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the lines of an order, cart or refund: {@code product_id}, {@code item_id}, {@code id} or
 * {@code sku}; {@code quantity} (absent means 1); {@code price}; {@code name}; {@code category}.
 * Other fields of a line are kept.
 */
final class LineReader {

  private static final Set<String> ITEMS = Set.of("items", "products", "line_items", "lineItems");

  private final JsonParser parser;
  private final OtherValues others;
  private final List<OrderLine> lines = new ArrayList<>();
  private final List<Map<String, @Nullable Object>> unknown = new ArrayList<>();
  private Map<String, @Nullable Object> unknownOfLine = Map.of();
  private @Nullable String product;
  private @Nullable String name;
  private @Nullable String category;
  private long quantity;
  private @Nullable BigDecimal price;

  LineReader(JsonParser parser, OtherValues others) {
    this.parser = parser;
    this.others = others;
  }

  static boolean isItems(String name) {
    return ITEMS.contains(name);
  }

  /** The lines of the list, or of the one object, at which the parser stands. */
  List<OrderLine> read(JsonToken start) {
    if (start == JsonToken.START_OBJECT) {
      line(start);
      return lines;
    }
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      line(token);
    }
    return lines;
  }

  boolean hasUnknown() {
    return unknown.stream().anyMatch(line -> !line.isEmpty());
  }

  /** Unknown fields, one map for each line, in the order of the lines. */
  List<Map<String, @Nullable Object>> unknown() {
    return unknown;
  }

  private void line(JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      throw bad("is not an object");
    }
    clear();
    for (String field = parser.nextName(); field != null; field = parser.nextName()) {
      others.countField();
      field(field, parser.nextToken());
    }
    finish();
  }

  private void clear() {
    unknownOfLine = Map.of();
    product = null;
    name = null;
    category = null;
    quantity = 1;
    price = null;
  }

  private void finish() {
    if (product == null) {
      throw bad("has no product_id");
    }
    lines.add(new OrderLine(product, name, category, quantity, price));
    unknown.add(unknownOfLine);
  }

  private void field(String field, JsonToken token) {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    switch (field) {
      case "product_id", "productId", "item_id", "itemId" -> product = text(field, token);
      case "id", "sku" -> product = product == null ? text(field, token) : product;
      case "quantity", "qty" -> quantity = Scalars.integer(field, number(field, token));
      case "price", "unit_price", "unitPrice" ->
          price = Scalars.decimal(field, number(field, token));
      case "name", "product_name", "productName", "item_name" -> name = text(field, token);
      case "category", "category_id", "categoryId", "item_category" ->
          category = text(field, token);
      default -> keep(field, token);
    }
  }

  private void keep(String field, JsonToken token) {
    if (unknownOfLine.isEmpty()) {
      unknownOfLine = new LinkedHashMap<>();
    }
    unknownOfLine.put(PlainText.line(field), others.value(token));
  }

  private String number(String field, JsonToken token) {
    String text = text(field, token);
    if (text == null) {
      throw bad("has an empty " + field);
    }
    return text;
  }

  private @Nullable String text(String field, JsonToken token) {
    if (token.isStructStart()) {
      throw bad("has a list or an object as " + field);
    }
    String text = PlainText.line(parser.getString()).strip();
    return text.isEmpty() ? null : text;
  }

  private Unfit bad(String what) {
    return new Unfit(Refusal.of(Reason.BAD_ITEM, "item " + lines.size() + " " + what));
  }
}
