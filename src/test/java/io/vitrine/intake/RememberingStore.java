package io.vitrine.intake;

import io.vitrine.model.Answer;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Question;
import io.vitrine.model.ShopTable;
import io.vitrine.model.TableFormat;
import io.vitrine.store.Appended;
import io.vitrine.store.EventStore;
import io.vitrine.store.Extent;
import io.vitrine.store.LogStretch;
import io.vitrine.store.Outcome;
import io.vitrine.store.RequestStretch;
import io.vitrine.store.StoredEvent;
import io.vitrine.store.Stretch;
import io.vitrine.store.ValueCount;
import io.vitrine.store.Watermark;
import io.vitrine.store.past.Imports;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/** Remembers what it was given; answers nothing. */
final class RememberingStore implements EventStore {

  private final Map<String, Event> events = new LinkedHashMap<>();
  private boolean busy;

  /** From now on, or no longer, refuses everything. */
  void busy(boolean isBusy) {
    busy = isBusy;
  }

  List<Event> events() {
    return new ArrayList<>(events.values());
  }

  Event only() {
    if (events.size() != 1) {
      throw new AssertionError("one event expected, not " + events.values());
    }
    return events().getFirst();
  }

  @Override
  public synchronized Appended append(List<Event> batch) {
    if (busy) {
      throw Problem.load("store_busy", "too much is waiting", Duration.ofSeconds(2));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Event event : batch) {
      boolean isNew = events.putIfAbsent(event.id(), event) == null;
      outcomes.add(isNew ? Outcome.STORED : Outcome.DUPLICATE);
    }
    return new Appended(outcomes, events.size());
  }

  @Override
  public long count(ShopTable table, Period period) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void export(ShopTable table, Period period, TableFormat format, OutputStream out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Answer answer(Question question) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Watermark watermark() {
    return new Watermark(events.size(), null);
  }

  @Override
  public List<StoredEvent> after(long sequence, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Stretch after(long sequence, int limit, Collection<String> types) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LogStretch logsAfter(long sequence, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public RequestStretch requestsAfter(long sequence, Instant since, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public java.util.Map<io.vitrine.store.ErrorGroup, java.time.Instant> firstSeen(
      Collection<String> messages) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Long> about(io.vitrine.model.Person person) {
    throw new UnsupportedOperationException();
  }

  @Override
  public io.vitrine.store.Erased toErase(io.vitrine.model.Person person) {
    throw new UnsupportedOperationException();
  }

  @Override
  public io.vitrine.store.Erased erase(io.vitrine.model.Person person) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long dropLogs(io.vitrine.model.EventType type, java.time.Instant before) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<StoredEvent> find(Collection<Long> sequences) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ValueCount> values(Dimension dimension, String containing, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void derive(DoubleConsumer progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Imports imports() {
    throw new UnsupportedOperationException();
  }

  @Override
  public io.vitrine.store.SqlConsole console() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Extent extent() {
    return new Extent(null, null, events.size(), 0);
  }

  @Override
  public void close() {}
}
