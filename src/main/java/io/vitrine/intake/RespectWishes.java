package io.vitrine.intake;

import io.vitrine.intake.PrivacySettings.Refused;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Forgets who a visitor is where the visitor or the shop wants that. A visitor refuses by {@code
 * consent}, {@code dnt} (do not track) or {@code gpc} (global privacy control) in the event, or by
 * the headers of a browser that sends by itself. Comes before the step that tells visitors without
 * an id apart for a day, and leaves logs, which are about the shop, alone.
 */
final class RespectWishes implements Step {

  private static final Set<String> YES = Set.of("true", "1", "yes");
  private static final Set<String> NO = Set.of("false", "0", "no", "none", "denied", "refused");

  private final PrivacySettings settings;

  RespectWishes(PrivacySettings settings) {
    this.settings = settings;
  }

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    if (new EventType(String.valueOf(draft.text(Field.TYPE))).isLog()) {
      return null;
    }
    boolean refused = settings.doNotTrack() != Refused.IGNORE && refuses(draft);
    if (refused && settings.doNotTrack() == Refused.DROP) {
      return Refusal.of(Reason.NO_CONSENT, "the visitor refused to be tracked");
    }
    if (refused || settings.cookieless()) {
      draft.set(Field.VISITOR_ID, null).set(Field.SESSION_ID, null);
    }
    if (refused) {
      draft.set(Field.USER_ID, null);
    }
    return null;
  }

  /** Whether the visitor of an event refused to be tracked. */
  static boolean refuses(Event.Draft draft) {
    Map<String, Object> others = draft.others();
    return !others.isEmpty()
        && (says(others.get("dnt"), YES)
            || says(others.get("gpc"), YES)
            || says(others.get("consent"), NO));
  }

  private static boolean says(@Nullable Object value, Set<String> words) {
    return value != null && words.contains(String.valueOf(value).strip().toLowerCase(Locale.ROOT));
  }
}
