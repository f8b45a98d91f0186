package io.vitrine.trust;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How far one that follows the event store has come: the last event that it has seen, and how much
 * of that the records know. What was seen is in memory, in windows and habits, also when writing it
 * down fails; so it goes on behind that, and no event is counted twice. Not thread-safe.
 */
public final class Progress {

  /** Where nothing else is to be written, the records are told so often. */
  private static final Duration BETWEEN_NOTES = Duration.ofSeconds(1);

  private final LongSupplier records;
  private @Nullable Long seen;
  private long noted;
  private long lastNote = System.nanoTime() - BETWEEN_NOTES.toNanos();

  /**
   * Goes on behind what the records know.
   *
   * @param records tells the sequence number that was noted last, 0 before the first; asked once
   */
  public Progress(LongSupplier records) {
    this.records = records;
  }

  /** Sequence number of the last event that was seen. */
  public long seen() {
    if (seen == null) {
      noted = records.getAsLong();
      seen = noted;
    }
    return seen;
  }

  /** Everything up to a sequence number was seen; an earlier one changes nothing. */
  public void saw(long sequence) {
    seen = Math.max(seen(), sequence);
  }

  /** Whether the records know less, and were told longest ago. */
  public boolean isDue() {
    return seen() > noted && System.nanoTime() - lastNote >= BETWEEN_NOTES.toNanos();
  }

  /** The records know that everything up to a sequence number was seen. */
  public void noted(long sequence) {
    noted = sequence;
    lastNote = System.nanoTime();
  }
}
