package io.vitrine.logs.wire;

import io.vitrine.intake.LogDoor;
import io.vitrine.intake.LogDoor.Sent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Where a line begins and ends. */
  private record Line(int from, int to) {}

  private final List<Item> items = new ArrayList<>();
  private final byte[] body;
  private final int length;
  private final @Nullable String index;
  private int at;

  /** The last action without an id, which most shippers write before every document. */
  private @Nullable Line known;

  private @Nullable Item likeKnown;

  private BulkBody(byte[] body, int length, @Nullable String index) {
    this.body = body;
    this.length = length;
    this.index = index;
  }

  /**
   * Reads a body, of which only the first bytes count; documents are not copied.
   *
   * @throws io.vitrine.model.Problem of category TOO_LARGE for more actions than one may hold
   */
  static List<Item> read(byte[] body, int length, @Nullable String index) {
    BulkBody bulk = new BulkBody(body, length, index);
    for (Line line = bulk.next(); line != null; line = bulk.next()) {
      LogDoor.checkCount(bulk.items.size() + 1);
      bulk.action(line);
    }
    return bulk.items;
  }

  /** A document that was sent alone. */
  static Item one(String operation, String index, @Nullable String id, byte[] document) {
    return new BulkBody(document, document.length, index)
        .document(operation, index, id, new Line(0, document.length));
  }

  /** The next line that is not blank. */
  private @Nullable Line next() {
    while (at < length) {
      int from = at;
      while (at < length && body[at] != '\n') {
        at++;
      }
      int to = at++;
      while (from < to && isSpace(body[from])) {
        from++;
      }
      while (to > from && isSpace(body[to - 1])) {
        to--;
      }
      if (from < to) {
        return new Line(from, to);
      }
    }
    return null;
  }

  private static boolean isSpace(byte sign) {
    return sign == ' ' || sign == '\t' || sign == '\r';
  }

  private void action(Line line) {
    Line before = known;
    Item like = likeKnown;
    if (before != null && like != null && isSame(before, line)) {
      items.add(document(like.operation(), like.index(), null, next()));
      return;
    }
    Map<String, Object> action = object(line);
    String operation =
        action == null || action.isEmpty() ? null : action.keySet().iterator().next();
    if (action == null || operation == null || !OPERATIONS.contains(operation)) {
      broken();
      return;
    }
    Map<?, ?> meta = action.get(operation) instanceof Map<?, ?> map ? map : Map.of();
    String id = meta.get("_id") == null ? null : String.valueOf(meta.get("_id"));
    String into = named(meta.get("_index"));
    if (operation.equals("delete")) {
      items.add(new Item(operation, into, id, null, null));
      return;
    }
    if (id == null) {
      known = line;
      likeKnown = new Item(operation, into, null, null, null);
    }
    items.add(document(operation, into, id, next()));
  }

  private boolean isSame(Line one, Line other) {
    return Arrays.equals(body, one.from(), one.to(), body, other.from(), other.to());
  }

  /** What stands behind a broken action is its document, unless it is an action itself. */
  private void broken() {
    items.add(
        new Item(
            "index",
            named(null),
            null,
            null,
            "the action is no JSON object of index, create, update or delete"));
    int start = at;
    Line line = next();
    Map<String, Object> object = line == null ? null : object(line);
    if (object == null || isAction(object)) {
      at = start;
    }
  }

  private static boolean isAction(Map<String, Object> object) {
    return object.size() == 1 && OPERATIONS.contains(object.keySet().iterator().next());
  }

  private @Nullable Map<String, Object> object(Line line) {
    return Json.object(
        new String(body, line.from(), line.to() - line.from(), StandardCharsets.UTF_8));
  }

  private String named(@Nullable Object given) {
    if (given != null) {
      return given.toString();
    }
    return index == null ? "logs" : index;
  }

  private Item document(String operation, String into, @Nullable String id, @Nullable Line line) {
    if (line == null) {
      return new Item(operation, into, id, null, "the document is missing");
    }
    if (id != null && id.length() > LONGEST_ID) {
      return new Item(operation, into, id, null, "an id has at most 512 characters");
    }
    String own = id == null ? null : fitting(into + ":" + id);
    return new Item(
        operation,
        into,
        id,
        operation.equals("update")
            ? inner(line, own)
            : new Sent(body, line.from(), line.to(), own, null),
        null);
  }

  /** Our ids are shorter than theirs may be. */
  private static String fitting(String id) {
    return id.length() <= 120
        ? id
        : java.util.UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Sent inner(Line line, @Nullable String own) {
    Map<String, Object> update = object(line);
    return update != null && update.get("doc") instanceof Map<?, ?> document
        ? new Sent(Json.MAPPER.writeValueAsBytes(document), own)
        : new Sent(body, line.from(), line.to(), own, null);
  }
}
