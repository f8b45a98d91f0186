package io.vitrine.logs.wire;

import io.vitrine.intake.LogDoor.Sent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON of the protocols, which is written as it stands here, whatever our own form is. */
final class Json {

  static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static Sent sent(Map<String, ?> fields) {
    return new Sent(MAPPER.writeValueAsBytes(fields), null);
  }

  /** A text that is one JSON object, as a map; null when it is none. */
  static @Nullable Map<String, Object> object(String text) {
    String trimmed = text.strip();
    if (!trimmed.startsWith("{") || !trimmed.endsWith("}")) {
      return null;
    }
    try {
      return MAPPER.readValue(trimmed, new TypeReference<Map<String, Object>>() {});
    } catch (JacksonException none) {
      return null;
    }
  }
}
