package io.vitrine.store.duckdb;

import io.vitrine.store.EventStore;
import io.vitrine.store.ProductsContract;
import io.vitrine.store.StoreSettings;

class DuckProductsTest extends ProductsContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
