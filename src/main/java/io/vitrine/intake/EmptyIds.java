package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.util.Set;

/** What senders write when they have no id. */
final class EmptyIds {

  private static final Set<String> NONE =
      Set.of("", "null", "undefined", "none", "nil", "NaN", "-", "(not set)");

  private EmptyIds() {}

  /** Clears an id that says nothing. */
  static void clear(Event.Draft draft, Field field) {
    String id = draft.text(field);
    if (id != null && id.length() <= 9 && NONE.contains(id)) {
      draft.set(field, null);
    }
  }
}
