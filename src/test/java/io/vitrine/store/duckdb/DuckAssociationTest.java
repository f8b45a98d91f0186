package io.vitrine.store.duckdb;

import io.vitrine.store.AssociationContract;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;

class DuckAssociationTest extends AssociationContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
