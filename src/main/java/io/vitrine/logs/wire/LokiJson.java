package io.vitrine.logs.wire;

import io.vitrine.intake.LogDoor.Sent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A push of Loki in JSON, of which a line at a time is held. */
final class LokiJson {

  private final JsonBody body;
  private final Consumer<Sent> logs;

  private LokiJson(JsonBody body, Consumer<Sent> logs) {
    this.body = body;
    this.logs = logs;
  }

  /** Reads the first bytes of a body and hands on its lines. */
  static void read(byte[] bytes, int length, Consumer<Sent> logs) {
    JsonBody body = new JsonBody(bytes, length);
    LokiJson push = new LokiJson(body, logs);
    body.read(
        parser ->
            JsonBody.members(
                parser,
                (name, value) -> {
                  if (name.equals("streams")) {
                    JsonBody.each(parser, () -> push.stream(parser));
                  } else {
                    parser.skipChildren();
                  }
                }));
  }

  /** Its lines may stand before its labels. */
  private void stream(JsonParser parser) {
    Map<String, Object> labels = new LinkedHashMap<>();
    body.inOrder(
        parser, "stream", () -> texts(parser, labels), "values", lines -> lines(lines, labels));
  }

  private static void texts(JsonParser parser, Map<String, Object> into) {
    JsonBody.members(
        parser,
        (name, value) -> {
          if (value.isScalarValue()) {
            into.put(name, parser.getString());
          } else {
            parser.skipChildren();
          }
        });
  }

  private void lines(JsonParser parser, Map<String, Object> labels) {
    JsonBody.each(parser, () -> line(parser, labels));
  }

  /** Time, text and perhaps labels of its own. */
  private void line(JsonParser parser, Map<String, Object> labels) {
    Map<String, Object> fields = new LinkedHashMap<>(labels);
    String[] texts = {"", ""};
    int[] place = {0};
    JsonBody.each(
        parser,
        () -> {
          JsonToken value = parser.currentToken();
          if (place[0] < texts.length && value.isScalarValue()) {
            texts[place[0]] = parser.getString();
          } else if (place[0] == texts.length) {
            texts(parser, fields);
          } else {
            parser.skipChildren();
          }
          place[0]++;
        });
    logs.accept(LokiLine.of(fields, texts[0], texts[1]));
  }
}
