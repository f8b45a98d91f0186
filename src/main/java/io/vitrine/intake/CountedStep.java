package io.vitrine.intake;

import io.vitrine.model.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A step that counts what it keeps, what it drops and the time that it takes. */
final class CountedStep {

  private final Step step;
  private final String name;
  private final LongAdder kept = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  CountedStep(Step step) {
    this.step = step;
    this.name = step.name();
  }

  /** Passes each draft that has no refusal yet, and notes the refusals of this step. */
  void pass(List<Event.Draft> drafts, @Nullable Refusal[] refusals, Instant receivedAt) {
    long start = System.nanoTime();
    int passed = 0;
    int refused = 0;
    for (int i = 0; i < refusals.length; i++) {
      if (refusals[i] == null) {
        passed++;
        refusals[i] = step.apply(drafts.get(i), receivedAt);
        refused += refusals[i] == null ? 0 : 1;
      }
    }
    kept.add(passed - refused);
    dropped.add(refused);
    nanos.add(System.nanoTime() - start);
  }

  Intake.StepCount count() {
    return new Intake.StepCount(name, kept.sum(), dropped.sum(), Duration.ofNanos(nanos.sum()));
  }
}
