package io.vitrine.logs;

import io.vitrine.accounts.Needs;
import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.EventStore;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogIndex.LogHit;
import io.vitrine.store.StoredEvent;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The newest logs. */
@RestController
class RecentController {

  private final LogIndex index;
  private final EventStore store;

  RecentController(LogIndex index, EventStore store) {
    this.index = index;
    this.store = store;
  }

  /**
   * The newest logs that contain all of some words.
   *
   * @param limit 1 to 1,000
   * @param q plain words; none for every log
   */
  @GetMapping("/api/logs/recent")
  @Needs(Role.VIEWER)
  Recent recent(
      @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "") String q) {
    if (limit < 1 || limit > 1_000) {
      throw Problem.caller("log_limit", "limit is 1 to 1000, not " + limit);
    }
    List<Long> sequences = index.newest(q, null, limit).stream().map(LogHit::sequence).toList();
    List<Map<String, Object>> logs =
        store.find(sequences).stream()
            .sorted(
                Comparator.comparing((StoredEvent stored) -> stored.event().timestamp())
                    .thenComparingLong(StoredEvent::sequence)
                    .reversed())
            .map(stored -> form(stored.event()))
            .toList();
    return new Recent(logs, index.size());
  }

  /** Logs, newest first, and how many there are in all. */
  record Recent(List<Map<String, Object>> logs, long total) {}

  private static Map<String, Object> form(Event event) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      Object value = event.value(field);
      if (value != null) {
        named.put(field.wireName(), value);
      }
    }
    named.putAll(event.others());
    return named;
  }
}
