package io.vitrine.store.duckdb;

import io.vitrine.store.EventStore;
import io.vitrine.store.EventStoreContract;
import io.vitrine.store.StoreSettings;

class DuckEventStoreTest extends EventStoreContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
