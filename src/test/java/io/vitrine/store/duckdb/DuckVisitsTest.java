package io.vitrine.store.duckdb;

import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.VisitsContract;

class DuckVisitsTest extends VisitsContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
