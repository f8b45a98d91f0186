package io.vitrine.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tree of categories.
 *
 * @param parents from a category to the one above it; a root has none
 */
record CategoryTree(Map<Long, @Nullable Long> parents) {

  /** Reads a file of categories and parents; rows that are no numbers are left out and counted. */
  static CategoryTree read(String file, LineChunks chunks, Rejects rejects) {
    Header header = Header.of(file, chunks.firstLine());
    int category = header.column("categoryid");
    int parent = header.column("parentid");
    Map<Long, @Nullable Long> parents = new LinkedHashMap<>();
    Line line = new Line(header.columns().size());
    LineChunks.Chunk chunk = new LineChunks.Chunk();
    while (chunks.next(chunk)) {
      long number = chunk.firstLine;
      for (int at = 0; at < chunk.length; number++) {
        at = line.read(chunk.bytes, at, chunk.length);
        if (line.isBlank()) {
          continue;
        }
        Reason reason = add(line, category, parent, parents);
        if (reason != null) {
          rejects.add(file, number, reason, line.whole());
        }
      }
    }
    return new CategoryTree(parents);
  }

  private static @Nullable Reason add(
      Line line, int category, int parent, Map<Long, @Nullable Long> parents) {
    if (line.count() <= Math.max(category, parent)) {
      return Reason.FIELDS_MISSING;
    }
    long id = line.number(category);
    Long above = line.isEmpty(parent) ? null : Long.valueOf(line.number(parent));
    if (id < 0 || (above != null && above < 0)) {
      return Reason.ID_INVALID;
    }
    if (parents.containsKey(id)) {
      return Reason.DUPLICATE;
    }
    parents.put(id, above);
    return null;
  }

  /** From each category to its path from the root, such as {@code 7/213/1016}. */
  Map<Long, String> paths() {
    Map<Long, String> paths = new HashMap<>();
    parents.keySet().forEach(category -> paths.put(category, path(category)));
    return paths;
  }

  /** A circle is cut where it closes. */
  private String path(Long category) {
    Deque<Long> path = new ArrayDeque<>();
    Set<Long> seen = new HashSet<>();
    Long at = category;
    while (at != null && seen.add(at)) {
      path.addFirst(at);
      at = parents.get(at);
    }
    return path.stream().map(String::valueOf).collect(Collectors.joining("/"));
  }
}
