package io.vitrine.store;

import io.vitrine.model.LogQuery;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Text index over log events, derived from the {@link EventStore}: it can be deleted at any time
 * and catches up by itself. Thread-safe.
 */
public interface LogIndex extends AutoCloseable {

  /** Fields whose values can be counted over the hits of a search. */
  List<String> FACETS =
      List.of(
          "type",
          "level",
          "service",
          "status_code",
          "error_code",
          "country",
          "host",
          "source",
          "payment_method",
          "status");

  /** Indexes the logs of a stretch, which begins where the last one ended or before. */
  void add(LogStretch stretch);

  /** Makes what was added durable and searchable. */
  void commit();

  /** Forgets everything, to be filled anew: the store is not the one that it was made from. */
  void startOver();

  /**
   * Removes the logs that a query finds, and what the files hold of them; when this returns it is
   * durable.
   */
  void remove(LogQuery query);

  /** Sequence number up to which searches find every log event, durably; 0 when empty. */
  long committedSequence();

  /**
   * Searches all logs of the last commit.
   *
   * @throws io.vitrine.model.Problem of category LOAD when it takes too long, CALLER for a cursor
   *     that is none or an expression that is too complex
   */
  LogFound search(LogSearch search);

  /**
   * Sequence number of the log with an id; null when there is none. Of several the last.
   *
   * @param id as the sender gave it
   */
  @Nullable Long withId(String id);

  /** Words and whole values that begin with a text, the commonest first. */
  List<ValueCount> beginning(String text, int limit);

  /** Names of all fields that some log has. */
  Set<String> fields();

  /** Whether it was found damaged when it was opened, and is built anew from the store. */
  boolean isRebuilt();

  /** Number of indexed log events. */
  long size();

  @Override
  void close();
}
