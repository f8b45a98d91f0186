package io.vitrine.logs.wire;

import io.vitrine.intake.LogDoor.Sent;
import io.vitrine.model.Problem;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Logs of OpenTelemetry (opentelemetry-proto, collector/logs/v1). Attributes of the resource and of
 * the record become fields; severity numbers become levels.
 */
final class OtlpLogs {

  private final List<Sent> logs = new ArrayList<>();

  private OtlpLogs() {}

  /** One record, whichever form it came in. */
  private static final class LogRecord {
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private long time;
    private long observed;
    private int severity;
    private String severityText = "";
    private @Nullable Object body;
  }

  static List<Sent> ofProtobuf(byte[] body) {
    OtlpLogs otlp = new OtlpLogs();
    ProtoReader request = new ProtoReader(body);
    for (int field = request.next(); field != 0; field = request.next()) {
      if (field == 1) {
        otlp.resource(request.message());
      } else {
        request.skip();
      }
    }
    return otlp.logs;
  }

  private void resource(ProtoReader resource) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (int field = resource.next(); field != 0; field = resource.next()) {
      switch (field) {
        case 1 -> attributes(resource.message(), 1, attributes);
        case 2 -> scope(resource.message(), attributes);
        default -> resource.skip();
      }
    }
  }

  private static void attributes(ProtoReader message, int wanted, Map<String, Object> into) {
    for (int field = message.next(); field != 0; field = message.next()) {
      if (field == wanted) {
        attribute(message.message(), into);
      } else {
        message.skip();
      }
    }
  }

  private static void attribute(ProtoReader pair, Map<String, Object> into) {
    String name = "";
    Object value = null;
    for (int field = pair.next(); field != 0; field = pair.next()) {
      switch (field) {
        case 1 -> name = pair.text();
        case 2 -> value = value(pair.message());
        default -> pair.skip();
      }
    }
    if (value != null) {
      into.put(name, value);
    }
  }

  private static @Nullable Object value(ProtoReader value) {
    Object read = null;
    for (int field = value.next(); field != 0; field = value.next()) {
      switch (field) {
        case 1 -> read = value.text();
        case 2 -> read = value.varint() != 0;
        case 3 -> read = value.varint();
        case 4 -> read = Double.longBitsToDouble(value.fixed64());
        case 5 -> read = list(value.message());
        case 6 -> {
          Map<String, Object> object = new LinkedHashMap<>();
          attributes(value.message(), 1, object);
          read = object;
        }
        case 7 -> read = HexFormat.of().formatHex(value.content());
        default -> value.skip();
      }
    }
    return read;
  }

  private static List<Object> list(ProtoReader list) {
    List<Object> values = new ArrayList<>();
    for (int field = list.next(); field != 0; field = list.next()) {
      Object value = field == 1 ? value(list.message()) : null;
      if (value != null) {
        values.add(value);
      } else if (field != 1) {
        list.skip();
      }
    }
    return values;
  }

  private void scope(ProtoReader scope, Map<String, Object> resource) {
    for (int field = scope.next(); field != 0; field = scope.next()) {
      switch (field) {
        case 2 -> record(scope.message(), resource);
        default -> scope.skip();
      }
    }
  }

  private void record(ProtoReader message, Map<String, Object> resource) {
    LogRecord log = new LogRecord();
    log.fields.putAll(resource);
    for (int field = message.next(); field != 0; field = message.next()) {
      switch (field) {
        case 1 -> log.time = message.fixed64();
        case 2 -> log.severity = (int) message.varint();
        case 3 -> log.severityText = message.text();
        case 5 -> log.body = value(message.message());
        case 6 -> attribute(message.message(), log.fields);
        case 9 -> log.fields.put("trace_id", HexFormat.of().formatHex(message.content()));
        case 10 -> log.fields.put("span_id", HexFormat.of().formatHex(message.content()));
        case 11 -> log.observed = message.fixed64();
        default -> message.skip();
      }
    }
    add(log);
  }

  static List<Sent> ofJson(byte[] body) {
    OtlpLogs otlp = new OtlpLogs();
    try {
      for (JsonNode resource : Json.MAPPER.readTree(body).path("resourceLogs")) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes(resource.path("resource").path("attributes"), attributes);
        for (JsonNode scope : resource.path("scopeLogs")) {
          scope.path("logRecords").forEach(log -> otlp.record(log, attributes));
        }
      }
    } catch (JacksonException broken) {
      throw Problem.caller("broken_json", "the body is no JSON: " + broken.getOriginalMessage());
    }
    return otlp.logs;
  }

  private static void attributes(JsonNode list, Map<String, Object> into) {
    for (JsonNode pair : list) {
      Object value = value(pair.path("value"));
      if (value != null) {
        into.put(pair.path("key").asString(), value);
      }
    }
  }

  private static @Nullable Object value(JsonNode value) {
    if (value.has("stringValue")) {
      return value.get("stringValue").asString();
    }
    if (value.has("boolValue")) {
      return value.get("boolValue").asBoolean();
    }
    if (value.has("intValue")) {
      return Long.valueOf(value.get("intValue").asString());
    }
    if (value.has("doubleValue")) {
      return value.get("doubleValue").asDouble();
    }
    if (value.has("arrayValue")) {
      List<Object> values = new ArrayList<>();
      for (JsonNode one : value.get("arrayValue").path("values")) {
        Object read = value(one);
        if (read != null) {
          values.add(read);
        }
      }
      return values;
    }
    if (value.has("kvlistValue")) {
      Map<String, Object> object = new LinkedHashMap<>();
      attributes(value.get("kvlistValue").path("values"), object);
      return object;
    }
    return value.has("bytesValue") ? value.get("bytesValue").asString() : null;
  }

  private void record(JsonNode given, Map<String, Object> resource) {
    LogRecord log = new LogRecord();
    log.fields.putAll(resource);
    log.time = nanos(given.path("timeUnixNano"));
    log.observed = nanos(given.path("observedTimeUnixNano"));
    log.severity = given.path("severityNumber").asInt(0);
    log.severityText = given.path("severityText").asString("");
    log.body = value(given.path("body"));
    attributes(given.path("attributes"), log.fields);
    put(log, "trace_id", given.path("traceId").asString(""));
    put(log, "span_id", given.path("spanId").asString(""));
    add(log);
  }

  private static void put(LogRecord log, String name, String value) {
    if (!value.isEmpty()) {
      log.fields.put(name, value);
    }
  }

  private static long nanos(JsonNode given) {
    String text = given.asString("0");
    return text.matches("\\d{1,19}") ? Long.parseLong(text) : 0;
  }

  private void add(LogRecord log) {
    Map<String, Object> fields = log.fields;
    long time = log.time == 0 ? log.observed : log.time;
    if (time != 0) {
      fields.put("timestamp", Long.toString(time));
    }
    String level = level(log);
    if (!level.isEmpty()) {
      fields.put("level", level);
    }
    Object body = log.body;
    if (body instanceof Map<?, ?> object) {
      object.forEach((name, value) -> fields.putIfAbsent(String.valueOf(name), value));
    } else if (body != null) {
      fields.put("message", body.toString());
    }
    logs.add(Json.sent(fields));
  }

  /** Numbers of four make a level (data model of logs, "Severity fields"). */
  private static String level(LogRecord log) {
    if (log.severity < 1 || log.severity > 24) {
      return log.severityText;
    }
    return List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL").get((log.severity - 1) / 4);
  }
}
