package io.vitrine.logs.wire;

import io.vitrine.intake.LogDoor;
import io.vitrine.intake.LogDoor.Sent;
import io.vitrine.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Logs of protocols without an answer, gathered into batches. A connection waits while too many
 * wait here, so that its sender does; a datagram that finds no room is lost and counted.
 */
final class Waiting implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Waiting.class.getName());
  private static final int MOST = 10_000;
  private static final int BATCH = 1_000;
  private static final long PAUSE_MILLIS = 1_000;

  private final LogDoor door;
  private final BlockingQueue<Sent> queue = new ArrayBlockingQueue<>(MOST);
  private final LongAdder taken = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final String name;
  private final Thread thread;
  private volatile boolean closed;

  Waiting(String name, LogDoor door) {
    this.name = name;
    this.door = door;
    this.thread = Thread.ofPlatform().daemon().name(name + "-store").start(this::run);
  }

  void put(Sent log) throws InterruptedException {
    queue.put(log);
    taken.increment();
  }

  void offer(Sent log) {
    if (queue.offer(log)) {
      taken.increment();
      return;
    }
    if (lost.sum() == 0) {
      LOG.log(
          System.Logger.Level.WARNING,
          "A datagram of " + name + " was lost: too many wait to be stored");
    }
    lost.increment();
  }

  String name() {
    return name;
  }

  long taken() {
    return taken.sum();
  }

  long lost() {
    return lost.sum();
  }

  int waiting() {
    return queue.size();
  }

  private void run() {
    List<Sent> batch = new ArrayList<>();
    try {
      while (!closed || !queue.isEmpty()) {
        Sent first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, BATCH - 1);
          store(batch);
          batch.clear();
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void store(List<Sent> batch) throws InterruptedException {
    while (true) {
      try {
        door.accept(batch);
        return;
      } catch (Problem busy) {
        if (busy.category() != Problem.Category.LOAD || closed) {
          LOG.log(System.Logger.Level.WARNING, batch.size() + " logs could not be stored", busy);
          return;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  /** Stores what waits. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(5_000);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
