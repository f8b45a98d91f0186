package io.vitrine.store;

import java.util.List;

/**
 * Text index over log events, derived from the {@link EventStore}: it can be deleted at any time
 * and catches up by itself. Thread-safe.
 */
public interface LogIndex extends AutoCloseable {

  /** Indexes the logs of a stretch, which begins where the last one ended or before. */
  void add(LogStretch stretch);

  /** Makes what was added durable and searchable. */
  void commit();

  /** Sequence number up to which the last commit holds every log event; 0 when empty. */
  long committedSequence();

  /**
   * Sequence numbers of log events whose text contains all of the words, newest first.
   *
   * @param words plain words, never parsed as a language; none means every log
   * @param before only events that come after this hit in the order; null from the newest
   * @param limit at most so many
   */
  List<LogHit> newest(String words, @org.jspecify.annotations.Nullable LogHit before, int limit);

  /** Number of indexed log events. */
  long size();

  @Override
  void close();

  /**
   * Place of a log event in the order by time.
   *
   * @param timestampMillis time of the event in milliseconds since 1970
   * @param sequence its sequence number
   */
  record LogHit(long timestampMillis, long sequence) {}
}
