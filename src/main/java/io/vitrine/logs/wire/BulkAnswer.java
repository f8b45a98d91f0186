package io.vitrine.logs.wire;

import io.vitrine.intake.LogDoor.Taken;
import io.vitrine.intake.Rejection;
import io.vitrine.store.Outcome;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Elasticsearch's answer to a bulk: an item an action, in their order, with the keys in the order
 * in which some clients look for them.
 */
final class BulkAnswer {

  private final List<BulkBody.Item> items;
  private final Taken taken;
  private final Map<Integer, Rejection> rejected = new HashMap<>();
  private final StringWriter text;
  private final JsonGenerator json;

  private BulkAnswer(List<BulkBody.Item> items, Taken taken) {
    this.items = items;
    this.taken = taken;
    this.text = new StringWriter(64 + 160 * items.size());
    this.json = Json.MAPPER.createGenerator(text);
    taken.receipt().rejected().forEach(one -> rejected.put(one.index(), one));
  }

  /**
   * The whole answer.
   *
   * @param taken what became of the documents of the items that have one, in their order
   * @param millis that it took
   */
  static String of(List<BulkBody.Item> items, Taken taken, long millis) {
    BulkAnswer answer = new BulkAnswer(items, taken);
    answer.whole(millis);
    return answer.text();
  }

  /** The answer to one document that was sent alone. */
  static String ofOne(BulkBody.Item item, Taken taken) {
    BulkAnswer answer = new BulkAnswer(List.of(item), taken);
    answer.form(item, item.document() == null ? -1 : 0);
    return answer.text();
  }

  /** The status of the same. */
  static int statusOf(BulkBody.Item item, Taken taken) {
    Outcome outcome = item.document() == null ? null : taken.outcomes().getFirst();
    if (outcome == null) {
      return 400;
    }
    return outcome == Outcome.STORED ? 201 : isConflict(item, outcome) ? 409 : 200;
  }

  private String text() {
    json.close();
    return text.toString();
  }

  private void whole(long millis) {
    json.writeStartObject();
    json.writeNumberProperty("took", millis);
    json.writeBooleanProperty("errors", hasFailed());
    json.writeArrayPropertyStart("items");
    int at = 0;
    for (BulkBody.Item item : items) {
      json.writeStartObject();
      json.writeName(item.operation());
      form(item, item.document() == null ? -1 : at++);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private boolean hasFailed() {
    int at = 0;
    for (BulkBody.Item item : items) {
      Outcome outcome = item.document() == null ? null : taken.outcomes().get(at++);
      if (!item.operation().equals("delete") && (outcome == null || isConflict(item, outcome))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConflict(BulkBody.Item item, Outcome outcome) {
    return outcome == Outcome.DUPLICATE && item.operation().equals("create");
  }

  /** One item; the index is -1 where it has no document. */
  private void form(BulkBody.Item item, int index) {
    json.writeStartObject();
    json.writeStringProperty("_index", item.index());
    json.writeStringProperty("_id", id(item, index));
    Outcome outcome = index < 0 ? null : taken.outcomes().get(index);
    if (item.operation().equals("delete")) {
      json.writeNumberProperty("_version", 1);
      json.writeStringProperty("result", "not_found");
      json.writeNumberProperty("status", 404);
    } else if (outcome == null) {
      refuse("mapper_parsing_exception", fault(item, index), 400);
    } else if (isConflict(item, outcome)) {
      refuse("version_conflict_engine_exception", "document already exists", 409);
    } else {
      tell(outcome == Outcome.DUPLICATE);
    }
    json.writeEndObject();
  }

  /** The one that was given, else the one under which the log is found. */
  private String id(BulkBody.Item item, int index) {
    String id = item.id() == null && index >= 0 ? taken.ids().get(index) : item.id();
    return id == null ? UUID.randomUUID().toString() : id;
  }

  private String fault(BulkBody.Item item, int index) {
    String fault = item.fault();
    if (fault != null) {
      return fault;
    }
    Rejection rejection = rejected.get(index);
    return rejection == null ? "the document is no log" : rejection.detail();
  }

  private void refuse(String type, @Nullable String reason, int status) {
    json.writeNumberProperty("status", status);
    json.writeObjectPropertyStart("error");
    json.writeStringProperty("type", type);
    json.writeStringProperty("reason", reason);
    json.writeEndObject();
  }

  private void tell(boolean known) {
    json.writeNumberProperty("_version", 1);
    json.writeStringProperty("result", known ? "noop" : "created");
    json.writeObjectPropertyStart("_shards");
    json.writeNumberProperty("total", 1);
    json.writeNumberProperty("successful", 1);
    json.writeNumberProperty("failed", 0);
    json.writeEndObject();
    json.writeNumberProperty("_seq_no", 0);
    json.writeNumberProperty("_primary_term", 1);
    json.writeNumberProperty("status", known ? 200 : 201);
  }
}
