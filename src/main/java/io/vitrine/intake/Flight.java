package io.vitrine.intake;

import io.vitrine.model.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Bounds the bytes of all requests that are being decoded or stored. Thread-safe. */
final class Flight {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final long most;
  private final AtomicLong bytes = new AtomicLong();

  /**
   * The bound.
   *
   * @param most bytes
   */
  Flight(long most) {
    this.most = most;
  }

  /** A place for one request, empty at first. */
  Seat seat() {
    return new Seat();
  }

  /** Bytes of all requests. */
  long bytes() {
    return bytes.get();
  }

  /** What one request holds; not thread-safe. */
  final class Seat implements AutoCloseable {

    private long held;

    private Seat() {}

    /**
     * Makes room for more bytes.
     *
     * @throws Problem of category LOAD when there is none
     */
    void take(long more) {
      if (bytes.addAndGet(more) > most) {
        bytes.addAndGet(-more);
        throw Problem.load(
            "intake_busy",
            "requests of more than " + most + " bytes are being taken in; try again",
            RETRY_AFTER);
      }
      held += more;
    }

    @Override
    public void close() {
      bytes.addAndGet(-held);
      held = 0;
    }
  }
}
