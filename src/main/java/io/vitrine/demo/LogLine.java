package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The start of every log line of the demo's services. */
final class LogLine {

  private LogLine() {}

  static Event.Draft of(EventType type, String id, Instant at, String level, String service) {
    long spread = Dice.hash(id.hashCode());
    return Event.draft()
        .set(Field.ID, id)
        .set(Field.TYPE, type.name())
        .set(Field.TIMESTAMP, at)
        .set(Field.LEVEL, level)
        .set(Field.SERVICE, service)
        .set(Field.SOURCE, "services")
        .set(Field.IP, "10.0.4." + (10 + (spread & 1)))
        .set(Field.HOST, service + "-" + (1 + (spread & 1)))
        .set(Field.TRACE_ID, Long.toHexString(spread))
        .other("metadata", metadata("2026." + (40 + (spread & 7))));
  }

  /** In a fixed order, which {@link Map#of} has not. */
  private static Map<String, Object> metadata(String version) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("region", "eu-west-3");
    metadata.put("version", version);
    return metadata;
  }
}
