package io.vitrine.intake;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Shows the counters of the intake to whoever collects meters. */
final class IntakeMeters implements MeterBinder {

  private final Intake intake;
  private final List<TapQueue> taps;
  private final Flight flight;

  IntakeMeters(Intake intake, List<TapQueue> taps, Flight flight) {
    this.intake = intake;
    this.taps = taps;
    this.flight = flight;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    IntakeCounts counts = intake.counts();
    FunctionCounter.builder("vitrine.intake.accepted", counts, IntakeCounts::accepted)
        .description("Events stored")
        .register(registry);
    FunctionCounter.builder("vitrine.intake.duplicates", counts, IntakeCounts::duplicates)
        .description("Events that were stored before")
        .register(registry);
    Gauge.builder("vitrine.intake.in_flight", flight, Flight::bytes)
        .description("Bytes of requests that are being taken in")
        .baseUnit("bytes")
        .register(registry);
    rejections(registry, counts);
    steps(registry);
    taps.forEach(tap -> tap(registry, tap));
  }

  private static void rejections(MeterRegistry registry, IntakeCounts counts) {
    for (Reason reason : Reason.values()) {
      FunctionCounter.builder("vitrine.intake.rejected", counts, c -> c.rejected(reason))
          .description("Records that are not events")
          .tag("reason", reason.wireName())
          .register(registry);
    }
  }

  private void steps(MeterRegistry registry) {
    List<Intake.StepCount> steps = intake.steps();
    for (int i = 0; i < steps.size(); i++) {
      int step = i;
      FunctionTimer.builder(
              "vitrine.intake.step",
              intake,
              it -> it.steps().get(step).kept() + it.steps().get(step).dropped(),
              it -> it.steps().get(step).spent().toNanos(),
              TimeUnit.NANOSECONDS)
          .description("Events that came to a step and the time in it")
          .tag("step", steps.get(i).name())
          .register(registry);
    }
  }

  private static void tap(MeterRegistry registry, TapQueue tap) {
    FunctionCounter.builder("vitrine.intake.tap.passed_over", tap, TapQueue::passedOver)
        .description("Stored events that a tap was too slow to see")
        .tag("tap", tap.name())
        .register(registry);
    FunctionCounter.builder("vitrine.intake.tap.failed", tap, TapQueue::failed)
        .description("Batches at which a tap failed")
        .tag("tap", tap.name())
        .register(registry);
    Gauge.builder("vitrine.intake.tap.waiting", tap, TapQueue::waiting)
        .description("Stored events that wait for a tap")
        .tag("tap", tap.name())
        .register(registry);
  }
}
