package io.vitrine.store.duckdb;

import io.vitrine.store.BuyerHistoriesContract;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;

class DuckBuyerHistoriesTest extends BuyerHistoriesContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
