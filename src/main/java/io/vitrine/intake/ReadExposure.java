package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Holds an exposure to what it must say: which experiment, which variant, which visitor. */
final class ReadExposure implements Step {

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    if (!EventType.EXPOSURE.name().equals(draft.text(Field.TYPE))) {
      return null;
    }
    for (Field field : new Field[] {Field.EXPERIMENT, Field.VARIANT, Field.VISITOR_ID}) {
      if (!draft.has(field)) {
        return Refusal.of(Reason.INCOMPLETE_EXPOSURE, "an exposure names its " + field.wireName());
      }
    }
    return null;
  }
}
