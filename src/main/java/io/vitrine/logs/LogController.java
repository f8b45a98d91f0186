package io.vitrine.logs;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.LogQuery;
import io.vitrine.model.LogQuery.Between;
import io.vitrine.model.LogQuery.Exactly;
import io.vitrine.model.LogQuery.Limit;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.EventStore;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogSearch;
import io.vitrine.store.LogSearch.Order;
import io.vitrine.store.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Single logs: the newest, one with the lines around it, and the types that there are. */
@RestController
@Tag(name = "logs")
class LogController {

  private static final int MOST_CONTEXT = 200;

  private final LogIndex index;
  private final LogSearches searches;
  private final EventStore store;

  LogController(LogIndex index, LogSearches searches, EventStore store) {
    this.index = index;
    this.searches = searches;
    this.store = store;
  }

  /**
   * The newest logs.
   *
   * @param limit 1 to 1,000
   * @param logType only of this type
   */
  @GetMapping("/api/logs/recent")
  @Needs(Role.VIEWER)
  Recent recent(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(name = "log_type", required = false) @Nullable String logType) {
    if (limit < 1 || limit > 1_000) {
      throw Problem.caller("log_limit", "limit is 1 to 1000, not " + limit);
    }
    LogQuery query =
        logType == null || logType.isBlank()
            ? LogQuery.everything()
            : new Exactly("type", List.of(logType));
    return new Recent(found(LogSearch.hits(query, Order.NEWEST, limit, null)), index.size());
  }

  private List<Map<String, Object>> found(LogSearch search) {
    return searches.fetch(index.search(search).hits()).stream()
        .map(StoredEvent::event)
        .map(LogForm::of)
        .toList();
  }

  /** The types of logs with the fields that they have beside the common ones. */
  @GetMapping("/api/logs/types")
  @Needs(Role.VIEWER)
  LogTypes.Listed types() {
    return LogTypes.listed();
  }

  /**
   * One log, with the lines that its service wrote just before and after it.
   *
   * @param id of the log
   * @param context lines on each side, at most 200
   */
  @GetMapping("/api/logs/{id}")
  @Needs(Role.VIEWER)
  Opened one(@PathVariable String id, @RequestParam(defaultValue = "10") int context) {
    StoredEvent stored = stored(id);
    int lines = Math.clamp(context, 0, MOST_CONTEXT);
    Event log = stored.event();
    return new Opened(
        id,
        LogForm.of(log),
        around(stored, lines, Order.NEWEST).reversed(),
        around(stored, lines, Order.OLDEST));
  }

  private StoredEvent stored(String id) {
    Long sequence = index.withId(id);
    List<StoredEvent> found = sequence == null ? List.of() : store.find(List.of(sequence));
    if (found.isEmpty()) {
      throw Problem.absent("log_unknown", "there is no log with the id " + id);
    }
    return found.getFirst();
  }

  /** Lines of the same service and machine that come next in an order. */
  private List<Map<String, Object>> around(StoredEvent stored, int lines, Order order) {
    if (lines == 0) {
      return List.of();
    }
    Event log = stored.event();
    Limit here = new Limit(log.timestamp(), true);
    List<LogQuery> conditions = new ArrayList<>();
    conditions.add(
        order == Order.NEWEST
            ? new Between("timestamp", null, here)
            : new Between("timestamp", here, null));
    same(log, Field.SERVICE, conditions);
    same(log, Field.HOST, conditions);
    // Logs of the same instant may stand on both sides of this one.
    LogSearch search = LogSearch.hits(LogQuery.all(conditions), order, lines + MOST_CONTEXT, null);
    return searches.fetch(index.search(search).hits()).stream()
        .filter(other -> order == Order.NEWEST ? before(other, stored) : before(stored, other))
        .limit(lines)
        .map(StoredEvent::event)
        .map(LogForm::of)
        .toList();
  }

  private static void same(Event log, Field field, List<LogQuery> conditions) {
    String value = log.text(field);
    if (value != null) {
      conditions.add(new Exactly(field.wireName(), List.of(value)));
    }
  }

  private static boolean before(StoredEvent one, StoredEvent other) {
    Instant at = one.event().timestamp();
    int order = at.compareTo(other.event().timestamp());
    return order < 0 || (order == 0 && one.sequence() < other.sequence());
  }

  /** Logs, newest first, and how many there are in all. */
  @Schema(name = "RecentLogs")
  record Recent(List<Map<String, Object>> logs, long total) {}

  /**
   * A log and what stands around it, in the order of time.
   *
   * @param source the log
   */
  @Schema(name = "OpenedLog")
  record Opened(
      String id,
      Map<String, Object> source,
      List<Map<String, Object>> before,
      List<Map<String, Object>> after) {}
}
