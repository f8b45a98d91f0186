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

  /**
   * The answer to one document that was sent alone.
   *
   * @param status of HTTP, which is that of the item
   */
  record One(int status, String text) {}

  static One ofOne(BulkBody.Item item, Taken taken) {
    BulkAnswer answer = new BulkAnswer(List.of(item), taken);
    int index = item.document() == null ? -1 : 0;
    answer.form(item, index);
    return new One(answer.end(item, index).status(), answer.text());
  }

  /** How an item ended, and the status that says so. */
  private enum End {
    CREATED(201),
    KNOWN(200),
    CONFLICT(409),
    NOT_FOUND(404),
    REFUSED(400);

    private final int status;

    End(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }

    /** To delete what is not there is no error. */
    boolean isError() {
      return this == CONFLICT || this == REFUSED;
    }
  }

  /** How the item whose document has this index ended; the index is -1 where it has none. */
  private End end(BulkBody.Item item, int index) {
    if (item.operation().equals("delete")) {
      return End.NOT_FOUND;
    }
    Outcome outcome = index < 0 ? null : taken.outcomes().get(index);
    if (outcome == null) {
      return End.REFUSED;
    }
    if (outcome == Outcome.STORED) {
      return End.CREATED;
    }
    return item.operation().equals("create") ? End.CONFLICT : End.KNOWN;
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
      if (end(item, item.document() == null ? -1 : at++).isError()) {
        return true;
      }
    }
    return false;
  }

  /** One item; the index is -1 where it has no document. */
  private void form(BulkBody.Item item, int index) {
    json.writeStartObject();
    json.writeStringProperty("_index", item.index());
    json.writeStringProperty("_id", id(item, index));
    End end = end(item, index);
    switch (end) {
      case CREATED -> tell("created", end);
      case KNOWN -> tell("noop", end);
      case CONFLICT -> refuse("version_conflict_engine_exception", "document already exists", end);
      case REFUSED -> refuse("mapper_parsing_exception", fault(item, index), end);
      case NOT_FOUND -> {
        json.writeNumberProperty("_version", 1);
        json.writeStringProperty("result", "not_found");
        json.writeNumberProperty("status", end.status());
      }
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

  private void refuse(String type, @Nullable String reason, End end) {
    json.writeNumberProperty("status", end.status());
    json.writeObjectPropertyStart("error");
    json.writeStringProperty("type", type);
    json.writeStringProperty("reason", reason);
    json.writeEndObject();
  }

  private void tell(String result, End end) {
    json.writeNumberProperty("_version", 1);
    json.writeStringProperty("result", result);
    json.writeObjectPropertyStart("_shards");
    json.writeNumberProperty("total", 1);
    json.writeNumberProperty("successful", 1);
    json.writeNumberProperty("failed", 0);
    json.writeEndObject();
    json.writeNumberProperty("_seq_no", 0);
    json.writeNumberProperty("_primary_term", 1);
    json.writeNumberProperty("status", end.status());
  }
}
