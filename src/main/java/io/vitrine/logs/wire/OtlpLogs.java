package io.vitrine.logs.wire;

import io.vitrine.intake.LogDoor.Sent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Logs of OpenTelemetry in Protocol Buffers (opentelemetry-proto, collector/logs/v1). */
final class OtlpLogs {

  private final Consumer<Sent> logs;

  private OtlpLogs(Consumer<Sent> logs) {
    this.logs = logs;
  }

  /** Reads a request and hands on its logs. */
  static void read(ProtoReader request, Consumer<Sent> logs) {
    OtlpLogs otlp = new OtlpLogs(logs);
    for (int field = request.next(); field != 0; field = request.next()) {
      if (field == 1) {
        otlp.resource(request.message());
      } else {
        request.skip();
      }
    }
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
    OtlpRecord log = new OtlpRecord(resource);
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
    logs.accept(log.log());
  }
}
