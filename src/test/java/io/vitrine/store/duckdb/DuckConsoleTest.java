package io.vitrine.store.duckdb;

import io.vitrine.store.ConsoleContract;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import org.junit.jupiter.api.Tag;

@Tag("once")
class DuckConsoleTest extends ConsoleContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
