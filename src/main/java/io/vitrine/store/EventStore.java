package io.vitrine.store;

import io.vitrine.model.Answer;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Period;
import io.vitrine.model.Person;
import io.vitrine.model.Question;
import io.vitrine.model.ShopTable;
import io.vitrine.model.TableFormat;
import io.vitrine.store.duckdb.DuckEventStore;
import io.vitrine.store.past.Imports;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/** Keeps events and answers questions over them. Thread-safe. */
public interface EventStore extends AutoCloseable {

  /**
   * Stores a batch. When this returns, every event of it survives the death of the process: events
   * new to the store are {@link Outcome#STORED}, events whose id it holds already (or that stand
   * earlier in the same batch) are {@link Outcome#DUPLICATE}. All of a batch is stored, or none.
   * Blocks until then; may be called from virtual threads.
   *
   * @throws io.vitrine.model.Problem of category LOAD when too much is waiting; nothing is stored
   */
  Appended append(List<Event> events);

  /**
   * Answers from all events whose append has returned before this call.
   *
   * @throws io.vitrine.model.Problem of category CALLER for a question that makes no sense, LOAD
   *     when the time limit is reached
   */
  Answer answer(Question question);

  /** How many rows a table of the shop's history has for a period. */
  long count(ShopTable table, Period period);

  /**
   * Writes a table of the shop's history, whole and in its order, from all events whose append has
   * returned before this call. Nothing is written to the stream before the table is complete. One
   * export runs at a time, beside the questions.
   *
   * @param out is given bytes but not closed
   * @throws io.vitrine.model.Problem of category LOAD while another export runs or when it takes
   *     too long
   * @throws IOException when the stream does not take what is written
   */
  void export(ShopTable table, Period period, TableFormat format, OutputStream out)
      throws IOException;

  /** Number and time of the last stored event. */
  Watermark watermark();

  /** Stored events with a sequence number above the given one, in order; at most limit. */
  List<StoredEvent> after(long sequence, int limit);

  /**
   * The log events among those that follow a sequence number, with what can be searched of them: a
   * fraction of what {@link #after} reads.
   *
   * @param limit so many events are looked at, fewer at the end of the store
   */
  LogStretch logsAfter(long sequence, int limit);

  /**
   * The events that tell of requests among those that follow a sequence number.
   *
   * @param since older ones are left out
   * @param limit so many events are looked at, fewer at the end of the store
   */
  RequestStretch requestsAfter(long sequence, Instant since, int limit);

  /**
   * The events of some types among those that follow a sequence number.
   *
   * @param limit so many events are looked at, fewer at the end of the store
   */
  Stretch after(long sequence, int limit, Collection<String> types);

  /** Stored events by sequence number, in any order; unknown numbers are left out. */
  List<StoredEvent> find(Collection<Long> sequences);

  /**
   * When errors that say the same were first seen in the whole history, of all whose message is one
   * of some.
   */
  Map<ErrorGroup, Instant> firstSeen(Collection<String> messages);

  /** Numbers of the events that are of a person or name one, in order. */
  List<Long> about(Person person);

  /** What {@link #erase} would take out now; nothing is changed. */
  Erased toErase(Person person);

  /**
   * Takes a person out of all events. Events of the shop and logs that are of the person, or name
   * the person, are deleted; orders stay for the accounts under a name that leads nowhere. When
   * this returns, the files of the store hold the names no more. Everything is counted again, so it
   * takes as long as an import; what is sent meanwhile waits.
   */
  Erased erase(Person person);

  /** Deletes the logs of a type from before an instant; returns how many they were. */
  long dropLogs(EventType type, Instant before);

  /** Values of a text dimension that contain a text, the commonest first, with their counts. */
  List<ValueCount> values(Dimension dimension, String containing, int limit);

  /** Counts the derived tables of every day that is behind its events, and waits for it. */
  default void derive() {
    derive(part -> {});
  }

  /**
   * The same for somebody who waits and watches.
   *
   * @param progress is told the part of the days that is counted, 0 to 1
   */
  void derive(DoubleConsumer progress);

  /** How a shop's past comes in. */
  Imports imports();

  /** Answers SQL that people type, over the same tables. */
  SqlConsole console();

  /** First and last day that hold events of visitors, and what the store weighs. */
  Extent extent();

  @Override
  void close();

  /**
   * The store of a data folder with the settings that the product last ran with on it, so that a
   * command changes nothing.
   *
   * @throws io.vitrine.model.Problem of category ABSENT when the folder holds no store, CONFLICT
   *     when a running product uses it
   */
  static EventStore openAsLeft(Path folder, Clock clock) {
    return DuckEventStore.openAsLeft(folder, clock);
  }
}
