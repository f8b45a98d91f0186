package io.vitrine.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the keys of programs. Thread-safe; a change is durable when the method returns. */
public interface KeyRecords {

  /** Adds a key with the hash of its secret, which is unique. */
  void add(KeyRecord key, String secretHash);

  Optional<KeyRecord> bySecret(String secretHash);

  /** All keys, the newest first. */
  List<KeyRecord> list();

  void used(UUID id, Instant at);

  /** Removes a key and returns it; empty when there is none. */
  Optional<KeyRecord> remove(UUID id);
}
