package io.vitrine.store.duckdb;

import io.vitrine.store.ConsoleContract;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;

class DuckConsoleTest extends ConsoleContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
