package io.vitrine.store;

import io.vitrine.store.lucene.LuceneLogIndex;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The embedded engines behind the ports. */
@Configuration
class StoreConfiguration {

  @Bean
  EventStore eventStore(StoreSettings settings, Clock clock) {
    return EmbeddedStore.events(settings, clock);
  }

  @Bean
  LogIndex logIndex(StoreSettings settings) {
    return LuceneLogIndex.open(settings.folder().resolve("logs"));
  }

  @Bean
  Answers answers(EventStore store, Clock clock, StoreSettings settings) {
    return new Answers(store, clock, settings.zone());
  }
}
