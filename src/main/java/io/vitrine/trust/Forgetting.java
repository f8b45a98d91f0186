package io.vitrine.trust;

import io.vitrine.store.SecurityRecords;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;

/** Deletes findings that are too old or too many, once an hour. */
final class Forgetting implements DisposableBean {

  private static final System.Logger LOG = System.getLogger(Forgetting.class.getName());

  private final SecurityRecords records;
  private final TrustSettings settings;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("forget-findings").daemon().factory());

  Forgetting(SecurityRecords records, TrustSettings settings, Clock clock) {
    this.records = records;
    this.settings = settings;
    this.clock = clock;
  }

  void start() {
    ScheduledFuture<?> _ = timer.scheduleWithFixedDelay(this::forget, 10, 3600, TimeUnit.SECONDS);
  }

  private void forget() {
    try {
      records.forget(clock.instant().minus(settings.findingsKept()), settings.mostFindings());
    } catch (RuntimeException failure) {
      LOG.log(System.Logger.Level.ERROR, "Old findings could not be deleted; tried again", failure);
    }
  }

  @Override
  public void destroy() {
    timer.shutdownNow();
  }
}
