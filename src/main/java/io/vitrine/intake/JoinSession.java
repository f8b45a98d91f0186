package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the session that the sender names and clears names that say nothing (null, undefined, -).
 * Events without one are joined into sessions of inactivity by the store, from the order in which
 * they happened and with the gap of the settings: that is exact whatever the order in which they
 * arrive, which nothing decided here could be.
 */
final class JoinSession implements Step {

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    EmptyIds.clear(draft, Field.SESSION_ID);
    return null;
  }
}
