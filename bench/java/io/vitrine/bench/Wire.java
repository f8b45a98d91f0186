package io.vitrine.bench;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes events as a shop would send them: what the product stamps itself is left out. */
public final class Wire {

  private static final JsonFactory JSON = new JsonFactory();

  private Wire() {}

  /** One object a line. */
  public static byte[] lines(List<Event.Draft> drafts) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream(512 * drafts.size());
    for (Event.Draft draft : drafts) {
      lines.writeBytes(object(draft));
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  private static byte[] object(Event.Draft draft) {
    ByteArrayOutputStream object = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), object)) {
      json.writeStartObject();
      for (Field field : Field.values()) {
        if (field.group() != Field.Group.STAMPED) {
          write(json, field.wireName(), draft.value(field));
        }
      }
      items(json, draft.items());
      json.writeEndObject();
    }
    return object.toByteArray();
  }

  private static void items(JsonGenerator json, List<OrderLine> items) {
    if (items.isEmpty()) {
      return;
    }
    json.writeName("items");
    json.writeStartArray();
    for (OrderLine line : items) {
      json.writeStartObject();
      write(json, "product_id", line.productId());
      write(json, "product_name", line.productName());
      write(json, "category_id", line.categoryId());
      write(json, "quantity", line.quantity());
      write(json, "price", line.price());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, String name, @Nullable Object value) {
    if (value == null) {
      return;
    }
    json.writeName(name);
    switch (value) {
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case BigDecimal number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      default -> json.writeString(value.toString());
    }
  }

  /** Bytes as text, for messages. */
  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
