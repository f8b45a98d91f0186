package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Labels events of robots by their User-Agent, or because the sender says so; they are kept. A
 * missing User-Agent makes no robot.
 */
final class RecogniseBot implements Step {

  private final Agents agents;

  RecogniseBot(Agents agents) {
    this.agents = agents;
  }

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    String userAgent = draft.text(Field.USER_AGENT);
    if (userAgent != null && agents.of(userAgent).bot()) {
      draft.set(Field.BOT, true);
    }
    return null;
  }
}
