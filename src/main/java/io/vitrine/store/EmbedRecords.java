package io.vitrine.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the links that show dashboards elsewhere. Thread-safe and durable. */
public interface EmbedRecords {

  void add(EmbedRecord embed);

  Optional<EmbedRecord> find(UUID id);

  /** All of a dashboard, the newest first. */
  List<EmbedRecord> of(UUID dashboard);

  /**
   * Ends one at once.
   *
   * @return false when there is none or it was revoked before
   */
  boolean revoke(UUID id, Instant at);
}
