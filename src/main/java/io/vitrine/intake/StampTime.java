package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Says when it happened. An event without a time happened when it was received. When the sender
 * says at what time of its clock it sent the event, its clock's error is taken out: {@code
 * received_at - (sent_at - timestamp)}. What is then ahead of us by more than the tolerance
 * happened now, and {@code others._clock_skew_ms} keeps how far ahead it was; more than a day
 * ahead, or before the year 2000, is refused.
 */
final class StampTime implements Step {

  private static final Duration FARTHEST_AHEAD = Duration.ofHours(24);
  private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");

  private final Duration tolerance;

  /**
   * The step.
   *
   * @param tolerance how far ahead a time may be without being changed
   */
  StampTime(Duration tolerance) {
    this.tolerance = tolerance;
  }

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    Instant happened = happened(draft, receivedAt).truncatedTo(ChronoUnit.MILLIS);
    if (happened.isBefore(OLDEST)) {
      return Refusal.of(Reason.TOO_OLD, "timestamp", happened, "not before the year 2000");
    }
    if (happened.isAfter(receivedAt.plus(FARTHEST_AHEAD))) {
      return Refusal.of(
          Reason.FUTURE, "timestamp", happened, "at most a day after it was received");
    }
    draft.set(Field.RECEIVED_AT, receivedAt);
    draft.set(Field.TIMESTAMP, notAhead(draft, happened, receivedAt));
    return null;
  }

  private static Instant happened(Event.Draft draft, Instant receivedAt) {
    Instant said = draft.instant(Field.TIMESTAMP);
    Instant sent = draft.instant(Field.SENT_AT);
    if (said == null) {
      return receivedAt;
    }
    return sent == null ? said : receivedAt.minus(Duration.between(said, sent));
  }

  private Instant notAhead(Event.Draft draft, Instant happened, Instant receivedAt) {
    if (!happened.isAfter(receivedAt.plus(tolerance))) {
      return happened;
    }
    draft.other("_clock_skew_ms", Duration.between(receivedAt, happened).toMillis());
    return receivedAt;
  }
}
