package io.vitrine.store.past;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings a shop's past into the store, each import whole or not at all, whenever the process dies.
 * While one runs, nothing else is stored. Thread-safe.
 */
public interface Imports {

  /** Every import that was done, the newest first. */
  List<ImportRecord> all();

  /** The import of exactly these files, if it was done. */
  Optional<ImportRecord> find(String fingerprint);

  /**
   * Stores a past.
   *
   * @param report makes the record's report of what was found, before anything becomes visible
   * @throws io.vitrine.model.Problem with the store as it was: what a reader threw, CONFLICT when
   *     these files were imported before, OURS when the disk is full or broken
   */
  ImportRecord bring(Past past, Function<Brought, String> report);

  /**
   * Stores events that are given batch by batch.
   *
   * @param kind of the import
   * @param fingerprint of the files and of how they were read
   * @throws io.vitrine.model.Problem as above, and what the events throw
   */
  ImportRecord bring(String kind, String fingerprint, PastEvents events);
}
