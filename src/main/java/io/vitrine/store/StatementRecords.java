package io.vitrine.store;

import java.util.List;
import java.util.UUID;

/** Keeps what people asked in the SQL console. Thread-safe and durable. */
public interface StatementRecords {

  /** Adds one and lets go of the person's oldest beyond a number. */
  void add(StatementRecord statement, int kept);

  /** A person's newest, the newest first. */
  List<StatementRecord> newest(UUID user, int limit);

  /** Deletes all of a person's. */
  void forget(UUID user);
}
