package io.vitrine.store.duckdb;

import io.vitrine.store.DistributionsContract;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;

class DuckDistributionsTest extends DistributionsContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
