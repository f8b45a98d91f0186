package io.vitrine.logs.wire;

import io.vitrine.intake.LogDoor.Sent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A log record of OpenTelemetry, whichever form it came in. Attributes of the resource and of the
 * record become fields; severity numbers become levels.
 */
final class OtlpRecord {

  private static final List<String> LEVELS =
      List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL");

  final Map<String, Object> fields;
  long time;
  long observed;
  int severity;
  String severityText = "";
  @Nullable Object body;

  OtlpRecord(Map<String, Object> resource) {
    fields = new LinkedHashMap<>(resource);
  }

  void put(String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }

  Sent log() {
    long happened = time == 0 ? observed : time;
    if (happened != 0) {
      fields.put("timestamp", Long.toString(happened));
    }
    put("level", level());
    Object told = body;
    if (told instanceof Map<?, ?> object) {
      object.forEach((name, value) -> fields.putIfAbsent(String.valueOf(name), value));
    } else if (told != null) {
      fields.put("message", told.toString());
    }
    return Json.sent(fields);
  }

  /** Numbers of four make a level (data model of logs, "Severity fields"). */
  private String level() {
    boolean known = severity >= 1 && severity <= 4 * LEVELS.size();
    return known ? LEVELS.get((severity - 1) / 4) : severityText;
  }
}
