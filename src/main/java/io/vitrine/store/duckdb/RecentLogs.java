package io.vitrine.store.duckdb;

import io.vitrine.store.LogStretch;
import io.vitrine.store.LogText;
import io.vitrine.store.StoredEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The logs of the last commits, so that who follows the store closely need not read them back from
 * it. Bounded; who is further behind reads the store. Thread-safe.
 */
final class RecentLogs {

  private static final long MOST_BYTES =
      Math.min(32L << 20, Math.max(4L << 20, Runtime.getRuntime().maxMemory() / 16));

  private record Kept(StoredEvent stored, long bytes) {}

  private final Deque<Kept> kept = new ArrayDeque<>();
  private long bytes;

  /** All logs behind this number, up to the last that was added, are kept. */
  private long from;

  private long to;

  RecentLogs(long sequence) {
    from = sequence;
    to = sequence;
  }

  /** Rows of a commit, numbered on from a sequence number. */
  synchronized void add(List<Row> rows, long after) {
    if (after != to) {
      forget(after);
    }
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.event().type().isLog()) {
        kept.add(new Kept(new StoredEvent(after + i + 1, row.event()), row.bytes()));
        bytes += row.bytes();
      }
    }
    to = after + rows.size();
    while (bytes > MOST_BYTES) {
      drop();
    }
  }

  /** Drops all; what follows is numbered on from a sequence number. */
  synchronized void forget(long sequence) {
    kept.clear();
    bytes = 0;
    from = sequence;
    to = sequence;
  }

  private void drop() {
    Kept oldest = kept.remove();
    bytes -= oldest.bytes();
    from = oldest.stored().sequence();
  }

  /** The logs of a stretch; null when they are not all kept. What lies before it is dropped. */
  synchronized @Nullable LogStretch between(long sequence, long until) {
    if (sequence < from || until > to) {
      return null;
    }
    while (!kept.isEmpty() && kept.peek().stored().sequence() <= sequence) {
      drop();
    }
    List<LogText> logs = new ArrayList<>();
    for (Kept one : kept) {
      if (one.stored().sequence() > until) {
        break;
      }
      logs.add(LogText.of(one.stored()));
    }
    return new LogStretch(until, logs);
  }
}
