package io.vitrine.logs;

import io.vitrine.store.EventStore;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogStretch;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Brings the text index up to the event store: at the start everything that it lacks, then what
 * arrives, a second later, or four while very much arrives without a pause. A failure is told and
 * tried again; nothing is skipped, for the index knows by its commit how far it has come.
 */
@Component
class IndexFollower implements DisposableBean {

  private static final System.Logger LOG = System.getLogger(IndexFollower.class.getName());

  /** Often, so that what it reads is still in memory. */
  private static final Duration EVERY = Duration.ofMillis(200);

  /** Each costs a new segment and a write to the disk. */
  private static final Duration BETWEEN_COMMITS = Duration.ofMillis(900);

  /** The same while very much arrives: small segments are merged again and again. */
  private static final Duration BETWEEN_LARGE_COMMITS = Duration.ofSeconds(4);

  private static final long VERY_MUCH = 3_000;

  private static final int STRETCH = 10_000;
  private static final int STRETCHES_PER_COMMIT = 10;

  private final EventStore store;
  private final LogIndex index;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("log-index").daemon().factory());
  private volatile boolean stopped;
  private boolean compared;
  private long read;
  private long lastCommit = System.nanoTime() - BETWEEN_COMMITS.toNanos();

  IndexFollower(EventStore store, LogIndex index) {
    this.store = store;
    this.index = index;
    ScheduledFuture<?> _ =
        timer.scheduleWithFixedDelay(
            this::followOrTell, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void followOrTell() {
    try {
      long before = read;
      readOn();
      if (isDue(read > before)) {
        commit();
      }
    } catch (RuntimeException failure) {
      read = 0;
      LOG.log(System.Logger.Level.ERROR, "The log index could not follow and tries again", failure);
    }
  }

  private boolean isDue(boolean more) {
    boolean wait = more && read - index.committedSequence() >= VERY_MUCH;
    Duration between = wait ? BETWEEN_LARGE_COMMITS : BETWEEN_COMMITS;
    return System.nanoTime() - lastCommit >= between.toNanos();
  }

  /** Indexes all that the store holds and the index does not. */
  void follow() {
    readOn();
    commit();
  }

  private void readOn() {
    startOverWhenAhead();
    long from = Math.max(read, index.committedSequence());
    long until = store.watermark().sequence();
    int stretches = 0;
    while (from < until && !stopped) {
      LogStretch next = store.logsAfter(from, STRETCH);
      index.add(next);
      from = next.until();
      read = from;
      stretches++;
      if (stretches % STRETCHES_PER_COMMIT == 0) {
        commit();
      }
    }
  }

  /**
   * A store that lost its end, or was brought back from a backup, gives the same numbers to other
   * logs, and an index that is ahead of it would take those for known. It can only be so at first.
   */
  private void startOverWhenAhead() {
    if (compared) {
      return;
    }
    if (index.committedSequence() > store.watermark().sequence()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The log index knows more than the event store, which lost its end; it is built anew");
      index.startOver();
    }
    compared = true;
  }

  private void commit() {
    index.commit();
    lastCommit = System.nanoTime();
  }

  @Override
  public void destroy() throws InterruptedException {
    stopped = true;
    timer.shutdown();
    if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
      LOG.log(System.Logger.Level.WARNING, "The log index is still busy; it catches up next time");
    }
  }
}
