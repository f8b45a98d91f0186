package io.vitrine.intake;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has old secrets forgotten every hour, even when nobody comes. */
final class SaltClock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SaltClock.class);

  private final DailySalt salts;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("salt-clock").factory());

  SaltClock(DailySalt salts, Clock clock) {
    this.salts = salts;
    this.clock = clock;
    var _ = timer.scheduleAtFixedRate(this::tick, 0, 1, TimeUnit.HOURS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void tick() {
    try {
      salts.forget(clock.instant());
    } catch (UncheckedIOException e) {
      LOG.warn("Old secrets of visitors could not be deleted", e);
    }
  }
}
