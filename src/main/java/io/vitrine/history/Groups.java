package io.vitrine.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows that belong together, kept until none has come for some time: files have them together, or
 * nearly so.
 */
final class Groups {

  private final int window;
  private final Map<String, Group> open = new LinkedHashMap<>(16, 0.75f, true);
  private final LongSet closed = new LongSet();
  private long repeated;

  /**
   * Groups.
   *
   * @param window rows that may lie between two of one group
   */
  Groups(int window) {
    this.window = window;
  }

  /** Lines of one group in the order of the file. */
  static final class Group {

    private final List<MappedLine> lines = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private long last;

    List<MappedLine> lines() {
      return lines;
    }
  }

  /** Adds the lines of a row; false when its group was closed before. */
  boolean add(String key, long row, List<MappedLine> lines) {
    Group group = open.get(key);
    if (group == null) {
      if (!closed.add(key)) {
        return false;
      }
      group = new Group();
      open.put(key, group);
    }
    if (!group.seen.add(lines.getFirst().row().whole())) {
      repeated++;
    }
    group.lines.addAll(lines);
    group.last = row;
    return true;
  }

  /** Takes a group out that has ended, if one has. */
  @Nullable Group ended(long row) {
    if (open.isEmpty()) {
      return null;
    }
    Map.Entry<String, Group> eldest = open.entrySet().iterator().next();
    if (row - eldest.getValue().last <= window) {
      return null;
    }
    open.remove(eldest.getKey());
    return eldest.getValue();
  }

  /** Groups so far. */
  long count() {
    return closed.size();
  }

  /** Rows that equal an earlier one of their group in everything. */
  long repeated() {
    return repeated;
  }
}
