package io.vitrine.logs.wire;

import io.vitrine.intake.LogDoor.Sent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a bulk request: an action, then for most of them a document. An action that cannot
 * be read costs its own item alone: some clients do not escape what they put into ids.
 */
final class BulkBody {

  private static final List<String> OPERATIONS = List.of("index", "create", "update", "delete");
  private static final int LONGEST_ID = 512;

  /**
   * One action.
   *
   * @param operation index, create, update or delete
   * @param id of the document; null without one
   * @param document what is to be stored; null when there is nothing
   * @param fault why it cannot be; null when it can
   */
  record Item(
      String operation,
      String index,
      @Nullable String id,
      @Nullable Sent document,
      @Nullable String fault) {}

  private final List<Item> items = new ArrayList<>();
  private final @Nullable String index;

  private BulkBody(@Nullable String index) {
    this.index = index;
  }

  static List<Item> read(byte[] body, @Nullable String index) {
    BulkBody bulk = new BulkBody(index);
    List<String> lines =
        new String(body, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
    int at = 0;
    while (at < lines.size()) {
      at += bulk.action(lines.get(at), at + 1 < lines.size() ? lines.get(at + 1) : null);
    }
    return bulk.items;
  }

  /** How many lines it takes. */
  private int action(String line, @Nullable String next) {
    Map<String, Object> action = Json.object(line);
    String operation =
        action == null || action.isEmpty() ? null : action.keySet().iterator().next();
    if (action == null || operation == null || !OPERATIONS.contains(operation)) {
      items.add(
          new Item(
              "index",
              named(null),
              null,
              null,
              "the action is no JSON object of index, create, update or delete"));
      return next != null && Json.object(next) != null && !isAction(next) ? 2 : 1;
    }
    Map<?, ?> meta = action.get(operation) instanceof Map<?, ?> map ? map : Map.of();
    String id = meta.get("_id") == null ? null : String.valueOf(meta.get("_id"));
    String into = named(meta.get("_index"));
    if (operation.equals("delete")) {
      items.add(new Item(operation, into, id, null, null));
      return 1;
    }
    items.add(item(operation, into, id, next));
    return 2;
  }

  private static boolean isAction(String line) {
    Map<String, Object> object = Json.object(line);
    return object != null
        && object.size() == 1
        && OPERATIONS.contains(object.keySet().iterator().next());
  }

  private String named(@Nullable Object given) {
    if (given != null) {
      return given.toString();
    }
    return index == null ? "logs" : index;
  }

  private static Item item(
      String operation, String into, @Nullable String id, @Nullable String line) {
    if (line == null) {
      return new Item(operation, into, id, null, "the document is missing");
    }
    if (id != null && id.length() > LONGEST_ID) {
      return new Item(operation, into, id, null, "an id has at most 512 characters");
    }
    String document = operation.equals("update") ? inner(line) : line;
    String own = id == null ? null : fitting(into + ":" + id);
    return new Item(
        operation, into, id, new Sent(document.getBytes(StandardCharsets.UTF_8), own), null);
  }

  /** Our ids are shorter than theirs may be. */
  private static String fitting(String id) {
    return id.length() <= 120
        ? id
        : java.util.UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String inner(String line) {
    Map<String, Object> update = Json.object(line);
    return update != null && update.get("doc") instanceof Map<?, ?> document
        ? Json.MAPPER.writeValueAsString(document)
        : line;
  }
}
