package io.vitrine.store;

import io.vitrine.store.duckdb.DuckEventStore;
import io.vitrine.store.duckdb.DuckFiles;
import java.nio.file.Path;
import java.time.Clock;

/** The embedded engines, for a program that runs without the server around it. */
public final class EmbeddedStore {

  private EmbeddedStore() {}

  /**
   * Opens the event store of a data folder, making or upgrading it when needed.
   *
   * @throws io.vitrine.model.Problem of category CONFLICT when another process has the folder open
   *     or a newer program wrote it
   */
  public static EventStore events(StoreSettings settings, Clock clock) {
    return DuckEventStore.open(settings, clock);
  }

  /**
   * Opens a reader of files that are not the store's.
   *
   * @param temporary folder for what does not fit in memory
   */
  public static FileTables files(Path temporary) {
    return DuckFiles.open(temporary);
  }
}
