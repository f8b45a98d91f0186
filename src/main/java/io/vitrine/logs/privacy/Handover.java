package io.vitrine.logs.privacy;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.Person;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoredEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes what is stored of a person. */
record Handover(EventStore store, JsonMapper json) {

  private static final int AT_A_TIME = 1_000;

  /** One JSON object a line; returns how many. */
  long write(Person person, OutputStream out) throws IOException {
    List<Long> about = store.about(person);
    for (int i = 0; i < about.size(); i += AT_A_TIME) {
      for (StoredEvent stored :
          store.find(about.subList(i, Math.min(about.size(), i + AT_A_TIME)))) {
        out.write(json.writeValueAsBytes(form(stored.event())));
        out.write('\n');
      }
    }
    return about.size();
  }

  private static Map<String, Object> form(Event event) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      Object value = event.value(field);
      if (value != null) {
        named.put(field.wireName(), value);
      }
    }
    if (!event.items().isEmpty()) {
      named.put("items", event.items());
    }
    event.others().forEach(named::putIfAbsent);
    return named;
  }
}
