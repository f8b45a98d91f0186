package io.vitrine.command;

import io.vitrine.intake.PastIntake;
import io.vitrine.store.EventStore;

/**
 * An open store, and the way into it for a shop's past.
 *
 * @param store to be closed
 * @param intake with the product's settings
 */
public record OpenPast(EventStore store, PastIntake intake) implements AutoCloseable {

  @Override
  public void close() {
    store.close();
  }
}
