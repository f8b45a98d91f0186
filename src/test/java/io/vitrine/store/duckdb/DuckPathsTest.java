package io.vitrine.store.duckdb;

import io.vitrine.store.EventStore;
import io.vitrine.store.PathsContract;
import io.vitrine.store.StoreSettings;

class DuckPathsTest extends PathsContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
