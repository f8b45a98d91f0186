package io.vitrine.logs;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.util.LinkedHashMap;
import java.util.Map;

/** A log as JSON: its fields by their names in the API, unknown ones as they came. */
final class LogForm {

  private LogForm() {}

  static Map<String, Object> of(Event event) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      Object value = event.value(field);
      if (value != null) {
        named.put(field.wireName(), value);
      }
    }
    event.others().forEach(named::putIfAbsent);
    return named;
  }
}
