package io.vitrine.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what was done, for good. Thread-safe; an act is durable when the method returns. */
public interface AuditRecords {

  void add(AuditRecord act);

  /**
   * The newest acts.
   *
   * @param act only of this kind; null for all
   * @param before only with a smaller number; null from the newest
   * @param limit at most so many
   */
  List<AuditRecord> newest(@Nullable String act, @Nullable Long before, int limit);

  /** Number of acts of a kind, or of all. */
  long count(@Nullable String act);
}
