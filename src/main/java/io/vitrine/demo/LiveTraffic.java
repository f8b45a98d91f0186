package io.vitrine.demo;

import io.vitrine.model.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Hands over the events of a feed when their time has come, until it is closed. */
public final class LiveTraffic implements Runnable, AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
  private static final int BATCH = 2_000;

  private final DemoFeed feed;
  private final Clock clock;
  private final DemoTaker taker;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * @param feed where the history ended
   * @param clock tells when an event is due
   * @param taker gets the events that are due, at most 2,000 at once; what it throws ends the run
   */
  public LiveTraffic(DemoFeed feed, Clock clock, DemoTaker taker) {
    this.feed = feed;
    this.clock = clock;
    this.taker = taker;
  }

  /** Runs until {@link #close} or an interrupt. */
  @Override
  public void run() {
    try {
      while (!closed.await(untilNext().toMillis(), TimeUnit.MILLISECONDS)) {
        handOver();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration untilNext() {
    Duration wait = Duration.between(clock.instant(), feed.nextAt());
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private void handOver() {
    List<Event.Draft> due = due(clock.instant());
    if (!due.isEmpty()) {
      taker.take(due);
    }
  }

  private List<Event.Draft> due(Instant now) {
    List<Event.Draft> due = new ArrayList<>();
    while (due.size() < BATCH && !feed.nextAt().isAfter(now)) {
      due.add(feed.next());
    }
    return due;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
