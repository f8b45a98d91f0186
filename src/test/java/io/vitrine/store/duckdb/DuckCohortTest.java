package io.vitrine.store.duckdb;

import io.vitrine.store.CohortContract;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;

class DuckCohortTest extends CohortContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
