package io.vitrine.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Receipts, legal holds, and what the records know of persons. Thread-safe and durable. */
public interface PrivacyRecords {

  void add(PrivacyReceipt receipt);

  /** The newest first. */
  List<PrivacyReceipt> receipts(int limit);

  void add(LegalHold hold);

  /** Ends a hold; false when there is none with this id that still holds. */
  boolean end(UUID hold, String by, Instant at);

  /** The newest first, ended ones too. */
  List<LegalHold> holds();

  /**
   * Takes names out of what is kept of searches, uploads, statements, charts and acts, and writes
   * the file anew, for which all connections are closed for a moment.
   *
   * @param names in small letters, none of them short
   * @return entries that named one
   */
  long erase(List<String> names);
}
