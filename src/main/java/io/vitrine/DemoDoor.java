package io.vitrine;

import io.vitrine.demo.DemoTaker;
import io.vitrine.intake.Intake;
import io.vitrine.intake.Receipt;
import io.vitrine.model.Event;
import io.vitrine.model.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The demo shop's events take the same door as real ones; they wait when it is crowded. */
record DemoDoor(Intake intake) implements DemoTaker {

  private static final Duration PAUSE = Duration.ofMillis(200);

  @Override
  public void take(List<Event.Draft> events) {
    List<Event> kept = events.stream().map(Event.Draft::finish).toList();
    while (true) {
      try {
        check(intake.accept(kept.stream().map(Event::toDraft).toList()));
        return;
      } catch (Problem crowded) {
        if (crowded.category() != Problem.Category.LOAD) {
          throw crowded;
        }
        LockSupport.parkNanos(crowded.retryAfter().orElse(PAUSE).toNanos());
      }
    }
  }

  private static void check(Receipt receipt) {
    if (receipt.rejectedTotal() > 0) {
      throw Problem.caller(
          "demo_event_rejected",
          "the demo shop sent a bad event: " + receipt.rejected().getFirst());
    }
  }
}
