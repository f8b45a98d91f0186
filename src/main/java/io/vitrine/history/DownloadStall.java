package io.vitrine.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Closes a body from which nothing has come for a while, since reading it would wait for ever. */
final class DownloadStall implements AutoCloseable {

  private final InputStream body;
  private final Duration patience;
  private final AtomicLong last = new AtomicLong(System.nanoTime());
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  DownloadStall(InputStream body, Duration patience) {
    this.body = body;
    this.patience = patience;
    long every = patience.toMillis() / 4 + 1;
    var _ = watch.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  /** Something has come. */
  void stir() {
    last.set(System.nanoTime());
  }

  private void look() {
    if (System.nanoTime() - last.get() > patience.toNanos()) {
      try {
        body.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
