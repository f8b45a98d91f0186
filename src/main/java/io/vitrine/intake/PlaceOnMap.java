package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Finds the country of an event: the one that the sender gives, as a code of two or three letters
 * or an English name, else the one of the address. Private addresses are in no country. A country
 * that nobody knows is kept in {@code others.country}; of a text that is no address only {@code
 * others._unreadable_ip} remains.
 */
final class PlaceOnMap implements Step {

  private final Places places;

  PlaceOnMap(Places places) {
    this.places = places;
  }

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    readCountry(draft);
    String given = draft.text(Field.IP);
    if (given == null) {
      return null;
    }
    Places.Place place = places.of(given);
    draft.set(Field.IP, place.address());
    if (place.address() == null) {
      draft.other("_unreadable_ip", true);
    }
    if (!draft.has(Field.COUNTRY)) {
      draft.set(Field.COUNTRY, place.country());
    }
    return null;
  }

  private static void readCountry(Event.Draft draft) {
    String given = draft.text(Field.COUNTRY);
    if (given == null) {
      return;
    }
    String code = Countries.code(given);
    draft.set(Field.COUNTRY, code);
    if (code == null) {
      draft.other("country", given);
    }
  }
}
