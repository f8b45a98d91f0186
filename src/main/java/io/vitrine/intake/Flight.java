package io.vitrine.intake;

import io.vitrine.model.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Bounds the bytes of all requests that are being decoded or stored. Thread-safe. */
final class Flight {

  private static final long WINDOW = Duration.ofSeconds(10).toNanos();
  private static final int LONGEST_WAIT = 30;

  /** So many times the room, refused within the window, make the wait a second longer. */
  private static final int ROOMS_A_SECOND = 4;

  private final long most;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong windowBegan = new AtomicLong(System.nanoTime());

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

  /** The more is refused, the later it may come again: whoever comes in vain costs time, too. */
  private Duration pause(long more) {
    long now = System.nanoTime();
    long began = windowBegan.get();
    if (now - began > WINDOW && windowBegan.compareAndSet(began, now)) {
      refused.updateAndGet(before -> before / 2);
    }
    long rooms = refused.addAndGet(more) / most;
    return Duration.ofSeconds(Math.min(LONGEST_WAIT, 1 + rooms / ROOMS_A_SECOND));
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
            pause(more));
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
