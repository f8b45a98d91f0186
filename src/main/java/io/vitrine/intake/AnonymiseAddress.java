package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the client's address to its network when the shop wants that, or the visitor refused to be
 * tracked. Comes after the steps that need the whole address.
 */
final class AnonymiseAddress implements Step {

  private final Places places;
  private final IntakeSettings.Anonymise kept;
  private final boolean wishes;

  /**
   * The step.
   *
   * @param wishes whether what visitors want counts
   */
  AnonymiseAddress(Places places, IntakeSettings.Anonymise kept, boolean wishes) {
    this.places = places;
    this.kept = kept;
    this.wishes = wishes;
  }

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    String address = draft.text(Field.IP);
    boolean cut =
        kept == IntakeSettings.Anonymise.TRUNCATE || (wishes && RespectWishes.refuses(draft));
    if (address != null && cut) {
      draft.set(Field.IP, places.of(address).network());
    }
    return null;
  }
}
