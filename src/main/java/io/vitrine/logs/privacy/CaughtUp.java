package io.vitrine.logs.privacy;

import io.vitrine.store.EventStore;
import io.vitrine.store.LogIndex;
import java.time.Duration;

/**
 * Waits until the text index has all that the store holds now: what is then removed from it does
 * not come in afterwards.
 */
record CaughtUp(EventStore store, LogIndex index) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  /** False when the index is too busy to wait for. */
  boolean await() {
    long wanted = store.watermark().sequence();
    long looks = PATIENCE.dividedBy(LOOK_EVERY);
    for (long look = 0; index.committedSequence() < wanted; look++) {
      if (look == looks) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the program ends", end);
    }
  }
}
