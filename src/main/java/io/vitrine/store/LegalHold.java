package io.vitrine.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A duty to keep everything as it is.
 *
 * @param endedAt null while it holds
 */
public record LegalHold(
    UUID id,
    String reason,
    String madeBy,
    Instant madeAt,
    @Nullable String endedBy,
    @Nullable Instant endedAt) {

  /** Whether nothing may be erased because of it. */
  public boolean holds() {
    return endedAt == null;
  }
}
