package io.vitrine.store.duckdb;

import io.vitrine.store.EventStore;
import io.vitrine.store.OrdersContract;
import io.vitrine.store.StoreSettings;

class DuckOrdersTest extends OrdersContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
