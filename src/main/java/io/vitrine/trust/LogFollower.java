package io.vitrine.trust;

import io.vitrine.store.EventStore;
import io.vitrine.store.RequestStretch;
import io.vitrine.store.StoredEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;

/**
 * Looks for attacks in the requests that stored events tell of: at the start in those that came
 * meanwhile, then a quarter of a second after they are stored. Each event is looked at once, also
 * when what was found cannot be kept for a while: it waits in the {@link Watch}, which keeps it
 * together with how far events were looked at. Older events than the findings that are kept are
 * left out.
 */
final class LogFollower implements DisposableBean {

  private static final System.Logger LOG = System.getLogger(LogFollower.class.getName());

  /** Often, so that what it reads is still in memory. */
  private static final Duration EVERY = Duration.ofMillis(250);

  private static final int STRETCH = 5_000;

  private final EventStore store;
  private final Watch watch;
  private final Duration kept;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("attack-follower").daemon().factory());
  private volatile boolean stopped;

  LogFollower(EventStore store, Watch watch, Duration kept, Clock clock) {
    this.store = store;
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

  /** Looks at all that was stored and not looked at; first it keeps what could not be kept. */
  void follow() {
    watch.flush();
    long until = store.watermark().sequence();
    Instant since = clock.instant().minus(kept);
    while (watch.seen() < until && !stopped) {
      RequestStretch next = store.requestsAfter(watch.seen(), since, STRETCH);
      next.events().forEach(this::look);
      watch.saw(next.until());
      watch.flush();
    }
  }

  /** One that cannot be read is told and passed over, for others stand behind it. */
  private void look(StoredEvent stored) {
    try {
      LoggedRequest.of(stored.event())
          .ifPresent(exchange -> watch.see(exchange, stored.sequence()));
    } catch (RuntimeException failure) {
      LOG.log(
          System.Logger.Level.ERROR,
          "The request of event " + stored.event().id() + " could not be inspected",
          failure);
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
