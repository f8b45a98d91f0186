package io.vitrine.logs.wire;

import io.vitrine.intake.LogDoor.Sent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The same in JSON, of which a record at a time is held. */
final class OtlpJson {

  private final JsonBody body;
  private final Consumer<Sent> logs;

  private OtlpJson(JsonBody body, Consumer<Sent> logs) {
    this.body = body;
    this.logs = logs;
  }

  /** Reads the first bytes of a body and hands on its logs. */
  static void read(byte[] bytes, int length, Consumer<Sent> logs) {
    JsonBody body = new JsonBody(bytes, length);
    OtlpJson otlp = new OtlpJson(body, logs);
    body.read(parser -> only(parser, "resourceLogs", () -> each(parser, otlp::resource)));
  }

  private static void each(JsonParser parser, Consumer<JsonParser> work) {
    JsonBody.each(parser, () -> work.accept(parser));
  }

  /** One member of an object; all others pass. */
  private static void only(JsonParser parser, String wanted, Runnable work) {
    JsonBody.members(
        parser,
        (name, value) -> {
          if (name.equals(wanted)) {
            work.run();
          } else {
            parser.skipChildren();
          }
        });
  }

  /** Its records may stand before its attributes. */
  private void resource(JsonParser parser) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    body.inOrder(
        parser,
        "resource",
        () -> only(parser, "attributes", () -> attributes(parser, attributes::put)),
        "scopeLogs",
        scopes -> each(scopes, scope -> scope(scope, attributes)));
  }

  private void scope(JsonParser parser, Map<String, Object> resource) {
    only(parser, "logRecords", () -> each(parser, record -> record(record, resource)));
  }

  private void record(JsonParser parser, Map<String, Object> resource) {
    OtlpRecord log = new OtlpRecord(resource);
    JsonBody.members(parser, (name, value) -> member(parser, log, name));
    logs.accept(log.log());
  }

  private static void member(JsonParser parser, OtlpRecord log, String name) {
    switch (name) {
      case "timeUnixNano" -> log.time = whole(parser);
      case "observedTimeUnixNano" -> log.observed = whole(parser);
      case "severityNumber" -> log.severity = (int) whole(parser);
      case "severityText" -> log.severityText = text(parser);
      case "body" -> log.body = value(parser);
      case "attributes" -> attributes(parser, log.fields::put);
      case "traceId" -> log.put("trace_id", text(parser));
      case "spanId" -> log.put("span_id", text(parser));
      default -> parser.skipChildren();
    }
  }

  private static void attributes(JsonParser parser, BiConsumer<String, Object> into) {
    each(parser, pair -> attribute(pair, into));
  }

  private static void attribute(JsonParser parser, BiConsumer<String, Object> into) {
    String[] key = {""};
    @Nullable Object[] read = {null};
    JsonBody.members(
        parser,
        (name, value) -> {
          switch (name) {
            case "key" -> key[0] = text(parser);
            case "value" -> read[0] = value(parser);
            default -> parser.skipChildren();
          }
        });
    if (read[0] != null) {
      into.accept(key[0], read[0]);
    }
  }

  /** A value names its kind; null when it has none that is known. */
  private static @Nullable Object value(JsonParser parser) {
    @Nullable Object[] read = {null};
    JsonBody.members(
        parser,
        (kind, value) -> {
          switch (kind) {
            case "stringValue", "bytesValue" -> read[0] = text(parser);
            case "boolValue" -> read[0] = text(parser).equals("true");
            case "intValue" -> read[0] = number(text(parser), Long::valueOf);
            case "doubleValue" -> read[0] = number(text(parser), Double::valueOf);
            case "arrayValue" -> read[0] = list(parser);
            case "kvlistValue" -> read[0] = object(parser);
            default -> parser.skipChildren();
          }
        });
    return read[0];
  }

  /** Some write it as a number, some as a text; what is none stays the text that it is. */
  private static Object number(String text, Function<String, Object> reading) {
    try {
      return reading.apply(text);
    } catch (NumberFormatException none) {
      return text;
    }
  }

  private static List<Object> list(JsonParser parser) {
    List<Object> values = new ArrayList<>();
    only(parser, "values", () -> each(parser, one -> add(values, value(one))));
    return values;
  }

  private static void add(List<Object> values, @Nullable Object value) {
    if (value != null) {
      values.add(value);
    }
  }

  private static Map<String, Object> object(JsonParser parser) {
    Map<String, Object> object = new LinkedHashMap<>();
    only(parser, "values", () -> attributes(parser, object::put));
    return object;
  }

  private static String text(JsonParser parser) {
    if (parser.currentToken().isStructStart()) {
      parser.skipChildren();
      return "";
    }
    return parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getString();
  }

  /** A time or a severity; 0, which says nothing, when it is no number. */
  private static long whole(JsonParser parser) {
    return number(text(parser), Long::valueOf) instanceof Long number ? number : 0;
  }
}
