package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the client's address to its network when the shop wants that. Comes after the steps that
 * need the whole address.
 */
final class AnonymiseAddress implements Step {

  private final Places places;
  private final IntakeSettings.Anonymise kept;

  AnonymiseAddress(Places places, IntakeSettings.Anonymise kept) {
    this.places = places;
    this.kept = kept;
  }

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    String address = draft.text(Field.IP);
    if (address != null && kept == IntakeSettings.Anonymise.TRUNCATE) {
      draft.set(Field.IP, places.of(address).network());
    }
    return null;
  }
}
