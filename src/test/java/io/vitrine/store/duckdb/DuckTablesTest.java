package io.vitrine.store.duckdb;

import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.TablesContract;

class DuckTablesTest extends TablesContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
