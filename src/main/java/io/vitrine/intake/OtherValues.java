package io.vitrine.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads values of unknown fields as they come, and counts what a record holds. */
final class OtherValues {

  static final int MOST_FIELDS = 1_000;
  static final int MOST_VALUES = 10_000;
  private static final int MOST_DIGITS = 38;

  private final JsonParser parser;
  private int fields;
  private int values;

  OtherValues(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Counts a field, at any depth.
   *
   * @throws Unfit beyond {@link #MOST_FIELDS}
   */
  void countField() {
    if (++fields > MOST_FIELDS) {
      throw tooMany("more than " + MOST_FIELDS + " fields");
    }
  }

  /** The value at which the parser stands; afterwards it stands at its end. */
  @Nullable Object value(JsonToken token) {
    if (++values > MOST_VALUES) {
      throw tooMany("more than " + MOST_VALUES + " values");
    }
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> list();
      case VALUE_STRING -> PlainText.lines(parser.getString());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token);
      default -> null;
    };
  }

  /** The list at whose opening bracket the parser stands. */
  List<@Nullable Object> list() {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      return List.of();
    }
    List<@Nullable Object> list = new ArrayList<>(4);
    while (token != JsonToken.END_ARRAY) {
      list.add(value(token));
      token = parser.nextToken();
    }
    return list;
  }

  private Map<String, @Nullable Object> object() {
    String name = parser.nextName();
    if (name == null) {
      return Map.of();
    }
    Map<String, @Nullable Object> object = LinkedHashMap.newLinkedHashMap(4);
    while (name != null) {
      countField();
      object.put(PlainText.line(name), value(parser.nextToken()));
      name = parser.nextName();
    }
    return object;
  }

  private Object number(JsonToken token) {
    if (token == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      return parser.getLongValue();
    }
    String name = String.valueOf(parser.currentName());
    BigDecimal number = Scalars.number(name, parser.getString());
    if (Math.max(number.precision(), Math.abs(number.scale())) > MOST_DIGITS) {
      return outside(name, number, token);
    }
    return number;
  }

  /** A fraction with more digits than anybody counts is a measurement: a double's worth is kept. */
  private static BigDecimal outside(String name, BigDecimal number, JsonToken token) {
    if (token == JsonToken.VALUE_NUMBER_INT) {
      throw new Unfit(
          Refusal.of(Reason.NUMBER_TOO_LARGE, name, number, "at most " + MOST_DIGITS + " digits"));
    }
    return BigDecimal.valueOf(number.doubleValue());
  }

  private static Unfit tooMany(String what) {
    return new Unfit(Refusal.of(Reason.TOO_MANY_FIELDS, "the record has " + what));
  }
}
