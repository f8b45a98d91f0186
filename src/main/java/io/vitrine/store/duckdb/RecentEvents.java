package io.vitrine.store.duckdb;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.store.LogStretch;
import io.vitrine.store.LogText;
import io.vitrine.store.RequestStretch;
import io.vitrine.store.StoredEvent;
import io.vitrine.store.Stretch;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The events of the last commits, so that who follows the store closely (the text index, the watch
 * for attacks and the judge of payments) need not read them back from it. Bounded; who is further
 * behind reads the store, which costs more than being waited for: so the writer waits a moment for
 * whoever falls behind. Thread-safe.
 */
final class RecentEvents {

  static final long MOST_BYTES =
      Math.min(32L << 20, Math.max(4L << 20, Runtime.getRuntime().maxMemory() / 16));

  /** As many characters of a message tell of a request. */
  private static final int LONGEST_MESSAGE = 8_192;

  private static final Set<Field> TELLING =
      EnumSet.of(Field.ENDPOINT, Field.PAGE, Field.SEARCH_QUERY, Field.MESSAGE, Field.ACTION);

  private static final long LONGEST_WAIT_MILLIS = 1_000;

  /** Who did not ask for so long does not follow, or has nothing to do. */
  private static final long IDLE_NANOS = 2_000_000_000L;

  private record Kept(StoredEvent stored, long bytes) {}

  /** Who follows. */
  private enum Reader {
    LOGS,
    REQUESTS,
    TYPES
  }

  private final Deque<Kept> kept = new ArrayDeque<>();
  private long bytes;

  /** All events behind this number, up to the last that was added, are kept. */
  private long from;

  private long to;
  private final Map<Reader, Long> seen = new EnumMap<>(Reader.class);
  private final Map<Reader, Long> askedAt = new EnumMap<>(Reader.class);

  RecentEvents(long sequence) {
    from = sequence;
    to = sequence;
    for (Reader reader : Reader.values()) {
      seen.put(reader, 0L);
    }
  }

  /** Rows of a commit, numbered on from a sequence number. */
  synchronized void add(List<Row> rows, long after) {
    if (after != to) {
      forget(after);
    }
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      kept.add(new Kept(new StoredEvent(after + i + 1, row.event()), row.bytes()));
      bytes += row.bytes();
    }
    to = after + rows.size();
    while (bytes > MOST_BYTES) {
      drop();
    }
  }

  /**
   * Whether the next events would push out what somebody who follows has not seen. Whoever is
   * further behind, as the index while it is built anew, reads the store anyway and is not waited
   * for.
   */
  synchronized boolean isAheadOfSome() {
    if (bytes < MOST_BYTES - MOST_BYTES / 4) {
      return false;
    }
    long oldest = from + kept.size() / 4;
    long now = System.nanoTime();
    return askedAt.entrySet().stream()
        .filter(reader -> now - reader.getValue() < IDLE_NANOS)
        .map(reader -> seen.getOrDefault(reader.getKey(), 0L))
        .anyMatch(place -> place >= from && place < oldest);
  }

  /** Waits a moment at most, until nobody is far behind. */
  synchronized void awaitReaders() throws InterruptedException {
    long until = System.nanoTime() + LONGEST_WAIT_MILLIS * 1_000_000;
    while (isAheadOfSome()) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return;
      }
      wait(left);
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

  /** The logs of a stretch; null when its events are not all kept. */
  @Nullable LogStretch logs(long sequence, long until) {
    List<StoredEvent> events = between(Reader.LOGS, sequence, until);
    return events == null
        ? null
        : new LogStretch(
            until,
            events.stream()
                .filter(stored -> stored.event().type().isLog())
                .map(LogText::of)
                .toList());
  }

  /** The requests of a stretch from an instant on; null when its events are not all kept. */
  @Nullable RequestStretch requests(long sequence, long until, Instant since) {
    List<StoredEvent> events = between(Reader.REQUESTS, sequence, until);
    return events == null
        ? null
        : new RequestStretch(
            until,
            events.stream()
                .filter(stored -> !stored.event().timestamp().isBefore(since))
                .filter(stored -> isRequest(stored.event()))
                .map(RecentEvents::asRequest)
                .toList());
  }

  /** The events of some types in a stretch; null when its events are not all kept. */
  @Nullable Stretch ofTypes(long sequence, long until, Collection<String> types) {
    List<StoredEvent> events = between(Reader.TYPES, sequence, until);
    return events == null
        ? null
        : new Stretch(
            until,
            events.stream()
                .filter(stored -> types.contains(stored.event().type().name()))
                .toList());
  }

  /** What everybody has seen, and asks for more than, is dropped. */
  private synchronized @Nullable List<StoredEvent> between(
      Reader reader, long sequence, long until) {
    seen.put(reader, sequence);
    askedAt.put(reader, System.nanoTime());
    notifyAll();
    if (sequence < from || until > to) {
      return null;
    }
    long byAll = Collections.min(seen.values());
    while (!kept.isEmpty() && kept.peek().stored().sequence() <= byAll) {
      drop();
    }
    List<StoredEvent> events = new ArrayList<>();
    for (Kept one : kept) {
      if (one.stored().sequence() > until) {
        break;
      }
      if (one.stored().sequence() > sequence) {
        events.add(one.stored());
      }
    }
    return events;
  }

  private static boolean isRequest(Event event) {
    return event.type().equals(EventType.ADD_TO_CART)
        || event.type().equals(EventType.PURCHASE)
        || TELLING.stream().anyMatch(event::has);
  }

  private static StoredEvent asRequest(StoredEvent stored) {
    Event.Draft told = Event.draft();
    RequestStretch.FIELDS.forEach(field -> told.set(field, stored.event().value(field)));
    String message = told.text(Field.MESSAGE);
    if (message != null && message.length() > LONGEST_MESSAGE) {
      told.set(Field.MESSAGE, message.substring(0, LONGEST_MESSAGE));
    }
    told.others(stored.event().others());
    return new StoredEvent(stored.sequence(), told.finish());
  }
}
