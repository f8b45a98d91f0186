package io.vitrine.intake;

import io.vitrine.model.Event;
import java.util.List;

/** Hands stored events to every tap, without ever waiting for one. Thread-safe. */
final class Taps implements AutoCloseable {

  private final List<TapQueue> queues;

  /**
   * Starts the taps.
   *
   * @param waiting most events that wait for a tap
   */
  Taps(List<Tap> taps, int waiting) {
    this.queues = taps.stream().map(tap -> new TapQueue(tap, waiting)).toList();
  }

  void offer(List<Event> events, long watermark) {
    if (!events.isEmpty()) {
      queues.forEach(queue -> queue.offer(events, watermark));
    }
  }

  List<TapQueue> queues() {
    return queues;
  }

  /** Stops the taps; what waits for them is passed over. */
  @Override
  public void close() {
    queues.forEach(TapQueue::close);
  }
}
