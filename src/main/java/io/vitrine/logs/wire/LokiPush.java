package io.vitrine.logs.wire;

import io.vitrine.intake.LogDoor.Sent;
import io.vitrine.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Streams of Loki: lines under labels. Labels become fields; a line that is a JSON object gives its
 * own fields besides, which win.
 */
final class LokiPush {

  private static final Pattern LABEL =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*=~?\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final List<Sent> logs = new ArrayList<>();

  private LokiPush() {}

  static List<Sent> ofJson(byte[] body) {
    LokiPush push = new LokiPush();
    try {
      for (JsonNode stream : Json.MAPPER.readTree(body).path("streams")) {
        push.stream(stream);
      }
    } catch (JacksonException broken) {
      throw Problem.caller("broken_json", "the body is no JSON: " + broken.getOriginalMessage());
    }
    return push.logs;
  }

  private void stream(JsonNode stream) {
    Map<String, Object> labels = new LinkedHashMap<>();
    stream
        .path("stream")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
    for (JsonNode entry : stream.path("values")) {
      Map<String, Object> fields = new LinkedHashMap<>(labels);
      entry
          .path(2)
          .properties()
          .forEach(label -> fields.put(label.getKey(), label.getValue().asString()));
      line(fields, entry.path(0).asString(), entry.path(1).asString());
    }
  }

  /**
   * The same in Protocol Buffers.
   *
   * @param body unpacked
   */
  static List<Sent> ofProtobuf(byte[] body) {
    LokiPush push = new LokiPush();
    ProtoReader request = new ProtoReader(body);
    for (int field = request.next(); field != 0; field = request.next()) {
      if (field == 1) {
        push.stream(request.message());
      } else {
        request.skip();
      }
    }
    return push.logs;
  }

  private void stream(ProtoReader stream) {
    Map<String, Object> labels = new LinkedHashMap<>();
    for (int field = stream.next(); field != 0; field = stream.next()) {
      switch (field) {
        case 1 -> labels.putAll(labels(stream.text()));
        case 2 -> entry(labels, stream.message());
        default -> stream.skip();
      }
    }
  }

  /** Labels as Prometheus writes them: {@code {app="shop",level="info"}}. */
  static Map<String, Object> labels(String text) {
    Map<String, Object> labels = new LinkedHashMap<>();
    Matcher label = LABEL.matcher(text);
    while (label.find()) {
      labels.put(label.group(1), label.group(2).translateEscapes());
    }
    return labels;
  }

  private void entry(Map<String, Object> labels, ProtoReader entry) {
    Map<String, Object> fields = new LinkedHashMap<>(labels);
    String line = "";
    String time = "";
    for (int field = entry.next(); field != 0; field = entry.next()) {
      switch (field) {
        case 1 -> time = time(entry.message());
        case 2 -> line = entry.text();
        case 3, 4 -> pair(fields, entry.message());
        default -> entry.skip();
      }
    }
    line(fields, time, line);
  }

  private static String time(ProtoReader time) {
    long seconds = 0;
    long nanos = 0;
    for (int field = time.next(); field != 0; field = time.next()) {
      switch (field) {
        case 1 -> seconds = time.varint();
        case 2 -> nanos = time.varint();
        default -> time.skip();
      }
    }
    return Long.toString(seconds * 1_000_000_000L + nanos);
  }

  private static void pair(Map<String, Object> fields, ProtoReader pair) {
    String name = "";
    String value = "";
    for (int field = pair.next(); field != 0; field = pair.next()) {
      switch (field) {
        case 1 -> name = pair.text();
        case 2 -> value = pair.text();
        default -> pair.skip();
      }
    }
    fields.put(name, value);
  }

  private void line(Map<String, Object> fields, String nanos, String line) {
    String text = line.stripTrailing();
    Map<String, Object> log = new LinkedHashMap<>(fields);
    @Nullable Map<String, Object> own = Json.object(text);
    if (own == null) {
      log.put("message", text);
    } else {
      log.putAll(own);
      log.putIfAbsent("message", text);
    }
    if (own == null
        || (!own.containsKey("timestamp")
            && !own.containsKey("@timestamp")
            && !own.containsKey("time")
            && !own.containsKey("ts"))) {
      log.put("timestamp", nanos);
    }
    logs.add(Json.sent(log));
  }
}
