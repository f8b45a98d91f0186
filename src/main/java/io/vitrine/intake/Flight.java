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
     * @throws Problem of category LOAD when there is none now, TOO_LARGE when this request alone
     *     has more than there ever is
     */
    void take(long more) {
      if (held + more > most) {
        throw new Problem(
            "body_too_large",
            Problem.Category.TOO_LARGE,
            "what the request holds takes more than "
                + most
                + " bytes when it is read; nothing of it was accepted");
      }
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
