package io.vitrine;

import io.vitrine.model.HealthCheck;
import io.vitrine.store.EventStore;
import java.util.Optional;

/** Whether the event store answers: it is really asked. */
record EventStoreHealth(EventStore store) implements HealthCheck {

  private static final System.Logger LOG = System.getLogger(EventStoreHealth.class.getName());

  @Override
  public String name() {
    return "event_store";
  }

  @Override
  public Optional<String> problem() {
    try {
      store.extent();
      return Optional.empty();
    } catch (RuntimeException failure) {
      LOG.log(System.Logger.Level.ERROR, "The event store does not answer", failure);
      return Optional.of("the event store does not answer");
    }
  }
}
