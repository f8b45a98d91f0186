package io.vitrine.store.duckdb;

import io.vitrine.model.OrderLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Items and unknown fields of an event as text. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .build();

  private Json() {}

  static String text(Map<String, Object> others) {
    return MAPPER.writeValueAsString(others);
  }

  static Map<String, Object> others(String text) {
    JsonNode tree = MAPPER.readTree(text);
    Map<String, Object> others = new LinkedHashMap<>();
    tree.properties().forEach(entry -> put(others, entry.getKey(), plain(entry.getValue())));
    return others;
  }

  static String items(List<OrderLine> items) {
    return MAPPER.writeValueAsString(items.stream().map(Json::fields).toList());
  }

  static List<OrderLine> items(String text) {
    List<OrderLine> items = new ArrayList<>();
    MAPPER.readTree(text).forEach(node -> items.add(item(node)));
    return items;
  }

  private static Map<String, Object> fields(OrderLine line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("product_id", line.productId());
    put(fields, "product_name", line.productName());
    put(fields, "category_id", line.categoryId());
    fields.put("quantity", line.quantity());
    put(fields, "price", line.price() == null ? null : line.price().toPlainString());
    return fields;
  }

  private static OrderLine item(JsonNode node) {
    String price = string(node, "price");
    return new OrderLine(
        node.path("product_id").asString(),
        string(node, "product_name"),
        string(node, "category_id"),
        node.path("quantity").asLong(),
        price == null ? null : new BigDecimal(price));
  }

  private static @Nullable String string(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? null : value.asString();
  }

  @SuppressWarnings("NullAway") // the model's map of unknown fields may hold nulls
  private static void put(Map<String, Object> map, String name, @Nullable Object value) {
    map.put(name, value);
  }

  private static @Nullable Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.asString();
      case BOOLEAN -> node.asBoolean();
      case NUMBER -> number(node);
      case ARRAY -> list(node);
      case OBJECT -> object(node);
      case NULL, MISSING, BINARY, POJO -> null;
    };
  }

  private static Object number(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong() ? node.asLong() : node.decimalValue();
  }

  private static List<@Nullable Object> list(JsonNode node) {
    List<@Nullable Object> values = new ArrayList<>();
    node.forEach(value -> values.add(plain(value)));
    return values;
  }

  private static Map<String, Object> object(JsonNode node) {
    Map<String, Object> fields = new LinkedHashMap<>();
    node.properties().forEach(entry -> put(fields, entry.getKey(), plain(entry.getValue())));
    return fields;
  }
}
