package io.vitrine.store.duckdb;

import io.vitrine.store.EventStore;
import io.vitrine.store.OutcomesContract;
import io.vitrine.store.StoreSettings;

class DuckOutcomesTest extends OutcomesContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
