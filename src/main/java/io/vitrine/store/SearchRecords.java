package io.vitrine.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what people search for. Thread-safe; every change is durable when the method returns. */
public interface SearchRecords {

  /** So many searches of a person are remembered. */
  int REMEMBERED = 100;

  void save(SavedSearch search);

  /** Changes name, filters and sharing. */
  void change(SavedSearch search);

  void remove(UUID id);

  Optional<SavedSearch> byId(UUID id);

  /** A person's own searches and those that are shared, by name. */
  List<SavedSearch> visibleTo(UUID owner);

  /** Remembers a search as the last of a person; the same one is there once. */
  void remember(UUID owner, PastSearch search);

  /** A person's last searches, the newest first. */
  List<PastSearch> recent(UUID owner, int limit);

  /** How many searches a person made since the first, the same ones and forgotten ones included. */
  long made(UUID owner);

  /**
   * A search that was made.
   *
   * @param filters the search as JSON
   * @param total what it found then
   */
  record PastSearch(String query, String filters, long total, Instant at) {}
}
