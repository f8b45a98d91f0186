package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleConsumer;

/** Brings the past of a demo shop in, from where the journal says it stopped. */
public final class DemoHistory {

  private static final int BATCH = 5_000;

  private final DemoJournal journal;
  private final DemoTaker taker;
  private final DemoFeed feed;
  private long taken;

  public DemoHistory(DemoJournal journal, DemoTaker taker) {
    this.journal = journal;
    this.taker = taker;
    this.feed = journal.shop().feed();
  }

  /**
   * Loads every event up to an instant.
   *
   * @param progress is told the part that is done, 0 to 1
   * @return the number of events that were handed over now
   */
  public long loadUntil(Instant now, DoubleConsumer progress) {
    skip(journal.loadedUntil());
    Instant start = feed.nextAt();
    while (!feed.nextAt().isAfter(now)) {
      hand(batch(now));
      progress.accept(part(start, now));
    }
    return taken;
  }

  private void skip(Instant until) {
    while (!feed.nextAt().isAfter(until)) {
      feed.next();
    }
  }

  private double part(Instant start, Instant now) {
    double all = Math.max(1, Duration.between(start, now).toMillis());
    return Math.min(1, Duration.between(start, feed.nextAt()).toMillis() / all);
  }

  private List<Event.Draft> batch(Instant now) {
    List<Event.Draft> batch = new ArrayList<>(BATCH);
    while (batch.size() < BATCH && !feed.nextAt().isAfter(now)) {
      batch.add(feed.next());
    }
    return batch;
  }

  /** Stores a batch and notes it; events of its last millisecond may still be to come. */
  private void hand(List<Event.Draft> batch) {
    Instant last = Objects.requireNonNull(batch.getLast().instant(Field.TIMESTAMP));
    taker.take(batch);
    taken += batch.size();
    journal.note(last.minusMillis(1));
  }

  /** Traffic from where the history ended, in real time. */
  public LiveTraffic live(Clock clock) {
    return new LiveTraffic(feed, clock, this::hand);
  }
}
