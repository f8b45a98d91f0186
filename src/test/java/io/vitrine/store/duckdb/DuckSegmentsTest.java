package io.vitrine.store.duckdb;

import io.vitrine.store.EventStore;
import io.vitrine.store.SegmentsContract;
import io.vitrine.store.StoreSettings;

class DuckSegmentsTest extends SegmentsContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
