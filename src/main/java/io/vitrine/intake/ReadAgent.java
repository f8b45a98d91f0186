package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads browser, system and device (desktop, phone, tablet, other) from the User-Agent. What the
 * sender says itself stays; a device of another name is kept in {@code others.device}.
 */
final class ReadAgent implements Step {

  private final Agents agents;

  ReadAgent(Agents agents) {
    this.agents = agents;
  }

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    nameDevice(draft);
    String userAgent = draft.text(Field.USER_AGENT);
    if (userAgent != null) {
      Agent agent = agents.of(userAgent);
      complete(draft, Field.BROWSER, agent.browser());
      complete(draft, Field.SYSTEM, agent.system());
      complete(draft, Field.DEVICE, agent.device());
    }
    return null;
  }

  private static void nameDevice(Event.Draft draft) {
    String given = draft.text(Field.DEVICE);
    if (given == null) {
      return;
    }
    String kind = DeviceKind.named(given);
    draft.set(Field.DEVICE, kind);
    if (kind == null) {
      draft.other("device", given);
    }
  }

  private static void complete(Event.Draft draft, Field field, String value) {
    if (!draft.has(field)) {
      draft.set(field, value);
    }
  }
}
