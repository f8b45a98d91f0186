package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Events that wait for their time, in the order of time and then of being added. */
final class Outbox {

  private record Waiting(Instant at, long order, Event.Draft draft) {}

  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(Comparator.comparing(Waiting::at).thenComparingLong(Waiting::order));
  private long added;

  void add(Event.Draft draft) {
    waiting.add(new Waiting(time(draft), added++, draft));
  }

  private static Instant time(Event.Draft draft) {
    return Objects.requireNonNull(draft.instant(Field.TIMESTAMP), "an event without a time");
  }

  /** Time of the next event, or null when none waits. */
  @Nullable Instant nextAt() {
    Waiting first = waiting.peek();
    return first == null ? null : first.at();
  }

  /** Takes the next event. There must be one. */
  Event.Draft take() {
    return waiting.remove().draft();
  }
}
