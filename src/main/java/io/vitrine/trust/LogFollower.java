package io.vitrine.trust;

import io.vitrine.store.EventStore;
import io.vitrine.store.RequestStretch;
import io.vitrine.store.SecurityRecords;
import io.vitrine.store.StoredEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * Looks for attacks in the requests that stored events tell of: at the start in those that came
 * meanwhile, then a quarter of a second after they are stored. Each event is looked at once: how
 * far it has come is kept together with what was found, and each second where nothing is. Older
 * events than the findings that are kept are left out.
 */
final class LogFollower implements DisposableBean {

  private static final System.Logger LOG = System.getLogger(LogFollower.class.getName());

  /** Often, so that what it reads is still in memory. */
  private static final Duration EVERY = Duration.ofMillis(250);

  private static final Duration BETWEEN_NOTES = Duration.ofSeconds(1);
  private static final int STRETCH = 5_000;

  private final EventStore store;
  private final SecurityRecords records;
  private final Watch watch;
  private final Duration kept;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("attack-follower").daemon().factory());
  private volatile boolean stopped;

  /** How far it has come; null until the records were asked. */
  private @Nullable Long seen;

  private long lastNote = System.nanoTime() - BETWEEN_NOTES.toNanos();

  LogFollower(EventStore store, SecurityRecords records, Watch watch, Duration kept, Clock clock) {
    this.store = store;
    this.records = records;
    this.watch = watch;
    this.kept = kept;
    this.clock = clock;
  }

  void start() {
    ScheduledFuture<?> _ =
        timer.scheduleWithFixedDelay(
            this::followOrTell, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void followOrTell() {
    try {
      follow();
    } catch (RuntimeException failure) {
      LOG.log(
          System.Logger.Level.ERROR,
          "Stored requests could not be inspected; tried again",
          failure);
    }
  }

  /** Looks at all that was stored and not looked at. */
  void follow() {
    long from = seen == null ? records.position().orElse(0L) : seen;
    seen = null;
    long until = store.watermark().sequence();
    Instant since = clock.instant().minus(kept);
    while (from < until && !stopped) {
      RequestStretch next = store.requestsAfter(from, since, STRETCH);
      for (StoredEvent stored : next.events()) {
        LoggedRequest.of(stored.event()).ifPresent(watch::see);
      }
      from = next.until();
      note(from);
    }
    seen = from;
  }

  private void note(long sequence) {
    boolean due = System.nanoTime() - lastNote >= BETWEEN_NOTES.toNanos();
    if (due || watch.hasNews()) {
      watch.flush(sequence);
      lastNote = System.nanoTime();
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    stopped = true;
    timer.shutdown();
    if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
      LOG.log(System.Logger.Level.WARNING, "Inspecting is still busy; it goes on next time");
    }
  }
}
