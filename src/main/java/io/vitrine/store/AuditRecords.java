package io.vitrine.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what was done, for good. Thread-safe; an act is durable when the method returns. */
public interface AuditRecords {

  void add(AuditRecord act);

  /**
   * The newest acts.
   *
   * @param wanted which of them
   * @param before only with a smaller number; null from the newest
   * @param limit at most so many
   */
  List<AuditRecord> newest(Wanted wanted, @Nullable Long before, int limit);

  /** Number of acts that are wanted. */
  long count(Wanted wanted);

  /** Kinds of acts that there are, by name. */
  List<String> kinds();

  /**
   * Which acts are asked for; null means all.
   *
   * @param act of this kind
   * @param containing with this text in actor, subject, address or detail, whatever the case
   * @param from not before
   * @param until before
   */
  record Wanted(
      @Nullable String act,
      @Nullable String containing,
      @Nullable Instant from,
      @Nullable Instant until) {

    public static Wanted all() {
      return of(null);
    }

    /** Acts of a kind; null for all. */
    public static Wanted of(@Nullable String act) {
      return new Wanted(act, null, null, null);
    }
  }
}
