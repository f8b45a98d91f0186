package io.vitrine.store.lucene;

import io.vitrine.model.Field;
import io.vitrine.store.LogText;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps senders from making fields without end, each of which costs memory for good: the known
 * fields and a number of unknown ones are fields of their own, of all others only the words are
 * kept.
 */
final class FieldLimit {

  /** So many unknown fields. */
  static final int MOST = 1_000;

  private static final int LONGEST_NAME = 200;

  private final Set<String> unknown = ConcurrentHashMap.newKeySet();

  /** Some that are there already. */
  FieldLimit(Iterable<String> there) {
    there.forEach(this::admits);
  }

  boolean admits(String field) {
    if (isOurs(field) || unknown.contains(field)) {
      return true;
    }
    return unknown.size() < MOST && field.length() <= LONGEST_NAME && unknown.add(field);
  }

  private static boolean isOurs(String field) {
    return Field.named(field).isPresent() || field.equals(LogText.UPLOAD);
  }
}
