package io.vitrine.store.duckdb;

import io.vitrine.store.AttributionContract;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;

class DuckAttributionTest extends AttributionContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
