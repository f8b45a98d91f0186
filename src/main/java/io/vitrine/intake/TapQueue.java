package io.vitrine.intake;

import io.vitrine.model.Event;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What waits for one tap, and the thread that brings it there. */
final class TapQueue implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TapQueue.class);

  private record Batch(List<Event> events, long watermark) {}

  private final Tap tap;
  private final int most;
  private final BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final LongAdder passedOver = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final Thread thread;

  TapQueue(Tap tap, int most) {
    this.tap = tap;
    this.most = most;
    this.thread = Thread.ofPlatform().daemon().name("tap-" + tap.name()).start(this::run);
  }

  String name() {
    return tap.name();
  }

  /** Takes a batch when there is room, or counts its events as passed over. */
  void offer(List<Event> events, long watermark) {
    int before = waiting.getAndAdd(events.size());
    if (before > 0 && before + events.size() > most) {
      waiting.addAndGet(-events.size());
      passedOver.add(events.size());
      return;
    }
    batches.add(new Batch(events, watermark));
  }

  /** Events that the tap never saw because it was too slow. */
  long passedOver() {
    return passedOver.sum();
  }

  /** Batches at which the tap failed. */
  long failed() {
    return failed.sum();
  }

  /** Events that wait. */
  int waiting() {
    return waiting.get();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Batch batch = batches.take();
        show(batch);
        waiting.addAndGet(-batch.events.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void show(Batch batch) {
    try {
      tap.stored(batch.events, batch.watermark);
    } catch (RuntimeException e) {
      failed.increment();
      LOG.warn("The tap {} failed at {} events", tap.name(), batch.events.size(), e);
    }
  }
}
