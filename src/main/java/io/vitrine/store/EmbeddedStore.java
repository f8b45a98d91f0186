package io.vitrine.store;

import io.vitrine.store.duckdb.DuckEventStore;
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
}
