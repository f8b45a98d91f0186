package io.vitrine.logs.wire;

import io.vitrine.intake.LogDoor.Sent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of Loki as a log. Labels become fields; a line that is a JSON object gives its own fields
 * besides, which win.
 */
final class LokiLine {

  private static final List<String> TIMES = List.of("timestamp", "@timestamp", "time", "ts");

  private LokiLine() {}

  /**
   * A log.
   *
   * @param fields labels of the stream and of the line
   * @param nanos when, since 1970; empty when it is not said
   */
  static Sent of(Map<String, Object> fields, String nanos, String line) {
    String text = line.stripTrailing();
    Map<String, Object> log = new LinkedHashMap<>(fields);
    @Nullable Map<String, Object> own = Json.object(text);
    if (own == null) {
      log.put("message", text);
    } else {
      log.putAll(own);
      log.putIfAbsent("message", text);
    }
    if (own == null || TIMES.stream().noneMatch(own::containsKey)) {
      log.put("timestamp", nanos);
    }
    return Json.sent(log);
  }
}
