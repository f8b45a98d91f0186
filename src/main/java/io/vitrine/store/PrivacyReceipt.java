package io.vitrine.store;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * That something was done with personal data; it holds none itself.
 *
 * @param askedBy name of the account that asked
 * @param counts how much of what, by its name
 */
public record PrivacyReceipt(
    UUID id, Kind kind, String askedBy, Instant at, Map<String, Long> counts) {

  /** What was done. */
  public enum Kind {
    /** A person's data was handed out. */
    EXPORT,
    /** A person was erased. */
    ERASURE,
    /** Logs that were too old were dropped. */
    RETENTION
  }

  public PrivacyReceipt {
    counts = Map.copyOf(counts);
  }
}
