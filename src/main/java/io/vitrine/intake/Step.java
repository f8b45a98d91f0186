package io.vitrine.intake;

import io.vitrine.model.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that is done to every event on its way in. Thread-safe. */
interface Step {

  /**
   * Completes a draft, or says why it is not an event.
   *
   * @param draft of the event; later steps see what earlier ones wrote
   * @param receivedAt when the batch arrived, to the millisecond
   * @return null when the draft is kept
   */
  @Nullable Refusal apply(Event.Draft draft, Instant receivedAt);

  /** Name of the step in counters. */
  default String name() {
    return getClass().getSimpleName();
  }
}
