package io.vitrine.intake;

import io.vitrine.model.Event;
import java.util.List;

/**
 * Sees events after they were stored: the log index, the live tail, fraud and attack findings,
 * alerts. Each tap has a thread and a bounded queue of its own; it can neither fail nor slow the
 * reply, and what does not fit into its queue is counted and passed over. A tap that must see
 * everything reads on from its own sequence number with {@link
 * io.vitrine.store.EventStore#after(long, int)}.
 */
public interface Tap {

  /** Name in counters. */
  String name();

  /**
   * Called by one thread at a time, in the order of the commits as far as one client sees it.
   *
   * @param events new to the store, duplicates left out
   * @param watermark sequence number of the last event in the store when these were committed
   */
  void stored(List<Event> events, long watermark);
}
