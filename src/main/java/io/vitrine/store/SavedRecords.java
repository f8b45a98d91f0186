package io.vitrine.store;

import io.vitrine.store.SavedRecord.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps charts, dashboards and segments. Thread-safe; every change is durable when the method
 * returns.
 */
public interface SavedRecords {

  void add(SavedRecord saved);

  /** One that is not removed. */
  Optional<SavedRecord> find(Kind kind, UUID id);

  /** One that is removed and can still come back. */
  Optional<SavedRecord> findRemoved(Kind kind, UUID id);

  /** What somebody may see, by name: what is shared and what is their own. */
  List<SavedRecord> list(Kind kind, UUID viewer);

  /**
   * Changes name, audience and content.
   *
   * @return false when there is no such thing any more
   */
  boolean change(SavedRecord saved);

  /**
   * Puts one aside, from where it can come back.
   *
   * @return false when there is none
   */
  boolean remove(Kind kind, UUID id, Instant at);

  /**
   * Brings a removed one back.
   *
   * @return false when there is none
   */
  boolean restore(Kind kind, UUID id);

  /** Deletes for good what was removed before an instant, and all that hangs on it. */
  void forgetRemoved(Instant before);
}
