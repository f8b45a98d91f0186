package io.vitrine.store.duckdb;

import io.vitrine.store.EventStore;
import io.vitrine.store.QuestionsContract;
import io.vitrine.store.StoreSettings;

class DuckQuestionsTest extends QuestionsContract {

  @Override
  protected EventStore open(StoreSettings settings) {
    return DuckEventStore.open(settings, CLOCK);
  }
}
