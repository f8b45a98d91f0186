package io.vitrine.store.duckdb;

import io.vitrine.store.CartsContract;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;

class DuckCartsTest extends CartsContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
