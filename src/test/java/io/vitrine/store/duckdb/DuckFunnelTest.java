package io.vitrine.store.duckdb;

import io.vitrine.store.EventStore;
import io.vitrine.store.FunnelContract;
import io.vitrine.store.StoreSettings;

class DuckFunnelTest extends FunnelContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
