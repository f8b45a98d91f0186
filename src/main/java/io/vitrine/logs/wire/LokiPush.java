package io.vitrine.logs.wire;

import io.vitrine.intake.LogDoor.Sent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A push of Loki in Protocol Buffers: lines under labels. */
final class LokiPush {

  private final Consumer<Sent> logs;

  private LokiPush(Consumer<Sent> logs) {
    this.logs = logs;
  }

  /** Reads a push, unpacked, and hands on its lines. */
  static void read(byte[] body, Consumer<Sent> logs) {
    LokiPush push = new LokiPush(logs);
    ProtoReader request = new ProtoReader(body);
    for (int field = request.next(); field != 0; field = request.next()) {
      if (field == 1) {
        push.stream(request.message());
      } else {
        request.skip();
      }
    }
  }

  private void stream(ProtoReader stream) {
    Map<String, Object> labels = new LinkedHashMap<>();
    for (int field = stream.next(); field != 0; field = stream.next()) {
      switch (field) {
        case 1 -> labels.putAll(LokiLabels.read(stream.text()));
        case 2 -> entry(labels, stream.message());
        default -> stream.skip();
      }
    }
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
    logs.accept(LokiLine.of(fields, time, line));
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
}
