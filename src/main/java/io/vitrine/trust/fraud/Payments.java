package io.vitrine.trust.fraud;

import io.vitrine.store.EventStore;
import io.vitrine.store.StoredEvent;
import io.vitrine.store.Stretch;
import java.time.Instant;
import java.util.function.Consumer;

/** Reads the payments of the event store in the order of storing. */
final class Payments {

  private static final int STRETCH = 50_000;

  private Payments() {}

  /**
   * Gives every report of a payment to somebody.
   *
   * @param until last sequence number
   * @param from reports of earlier payments are left out
   */
  static void read(EventStore store, long until, Instant from, Consumer<Transaction> taker) {
    long sequence = 0;
    while (sequence < until) {
      int limit = (int) Math.min(STRETCH, until - sequence);
      Stretch next = store.after(sequence, limit, Reading.TYPES);
      for (StoredEvent stored : next.events()) {
        if (stored.event().timestamp().isAfter(from)) {
          Reading.payment(stored.event()).ifPresent(taker);
        }
      }
      sequence = next.until();
    }
  }
}
