package io.vitrine.store.duckdb;

import io.vitrine.store.Appended;
import io.vitrine.store.Outcome;
import io.vitrine.store.ledger.OrderEntry;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBAppender;

/**
 * Stores batches in one transaction: events not known yet, their orders, their hourly counts and
 * the marks of the days that change. Used by the writer alone.
 */
final class Committer {

  private static final long SLICE = 1_000_000;

  private final Connected connected;
  private final LedgerTables ledger;
  private final DirtyDays dirty;
  private final KnownIds known = new KnownIds();
  private final RecentEvents recent;
  private long sequence;
  private long typeHoursAdded;

  Committer(
      Connected connected,
      LedgerTables ledger,
      DirtyDays dirty,
      RecentEvents recent,
      long sequence) {
    this.connected = connected;
    this.ledger = ledger;
    this.dirty = dirty;
    this.recent = recent;
    this.sequence = sequence;
    learnIds(0);
  }

  /** In slices, because the driver holds a whole result in memory. */
  private void learnIds(long after) {
    for (long from = after; from < sequence; from += SLICE) {
      connected.each("id_hashes", row -> known.add(row.getLong(1)), from, from + SLICE);
    }
  }

  /** Goes on behind events that were stored, or taken back, by other means. */
  void continueFrom(long last) {
    long before = sequence;
    sequence = last;
    learnIds(before);
  }

  /**
   * Passes over a number for good, so that what was known of the store before is known to be old,
   * and no number is given twice even when the last events are gone. Within a transaction.
   */
  void leaveGap() {
    connected.run("forget_fact", "last_sequence");
    connected.run("set_fact", "last_sequence", Long.toString(sequence + 1));
  }

  /** To be called once the transaction holds. */
  void gapLeft() {
    sequence++;
    recent.forget(sequence);
  }

  long sequence() {
    return sequence;
  }

  long typeHoursAdded() {
    return typeHoursAdded;
  }

  void typeHoursSqueezed() {
    typeHoursAdded = 0;
  }

  /** Stores all of the batches, or throws and stores nothing. */
  List<Appended> commit(List<List<Row>> batches) {
    Novelty novelty = new Novelty(stored(batches));
    List<List<Outcome>> outcomes = batches.stream().map(novelty::outcomes).toList();
    List<Row> fresh = novelty.fresh();
    fresh.sort(Comparator.comparingLong(Row::millis));
    if (!fresh.isEmpty()) {
      store(fresh);
    }
    return outcomes.stream().map(batch -> new Appended(batch, sequence)).toList();
  }

  /** Lets those who follow the store closely catch up, for a moment at most. */
  void awaitReaders() throws InterruptedException {
    recent.awaitReaders();
  }

  private void store(List<Row> fresh) {
    Map<DirtyDays.Kind, Collection<LocalDate>> changed = new HashMap<>();
    connected.transaction(() -> changed.putAll(write(fresh)));
    recent.add(fresh, sequence);
    sequence += fresh.size();
    fresh.forEach(row -> known.add(row.idHash()));
    visitors(fresh).forEach(dirty::touch);
    changed.forEach(dirty::mark);
  }

  private Map<DirtyDays.Kind, Collection<LocalDate>> write(List<Row> fresh) {
    try {
      appendEvents(fresh);
      appendTypeHours(TypeHours.of(fresh));
      Set<LocalDate> sales = ledger.enter(entries(fresh));
      return Map.of(
          DirtyDays.Kind.VISITS, marked(DirtyDays.Kind.VISITS, visitors(fresh).keySet()),
          DirtyDays.Kind.SALES, marked(DirtyDays.Kind.SALES, sales));
    } catch (SQLException e) {
      throw Connected.failed(e);
    }
  }

  private void appendEvents(List<Row> fresh) throws SQLException {
    try (DuckDBAppender appender = connected.appender("events")) {
      EventAppender events = new EventAppender(appender);
      long next = sequence;
      for (Row row : fresh) {
        events.append(row, ++next);
      }
    }
  }

  private void appendTypeHours(TypeHours hours) throws SQLException {
    try (DuckDBAppender appender = connected.appender("type_hours")) {
      hours.append(appender);
    }
    typeHoursAdded += hours.size();
  }

  private List<OrderEntry> entries(List<Row> fresh) {
    List<OrderEntry> entries = new ArrayList<>();
    for (int i = 0; i < fresh.size(); i++) {
      Row row = fresh.get(i);
      if (row.isOrder()) {
        entries.addAll(LedgerTables.entries(row.event(), sequence + i + 1, row.visitorKey()));
      }
    }
    return entries;
  }

  private static Map<LocalDate, Set<Long>> visitors(List<Row> fresh) {
    Map<Integer, Set<Long>> byDay = new HashMap<>();
    for (Row row : fresh) {
      if (row.visitorKey() != null) {
        byDay.computeIfAbsent(row.epochDay(), day -> new HashSet<>()).add(row.visitorKey());
      }
    }
    Map<LocalDate, Set<Long>> byDate = new HashMap<>();
    byDay.forEach((day, visitors) -> byDate.put(LocalDate.ofEpochDay(day), visitors));
    return byDate;
  }

  private List<LocalDate> marked(DirtyDays.Kind kind, Set<LocalDate> days) {
    List<LocalDate> unmarked = dirty.unmarked(kind, days);
    unmarked.forEach(day -> connected.run("mark_dirty", kind.stored(), day));
    return unmarked;
  }

  /** Ids of the batches that the store holds: those that may be known are looked up. */
  private Set<String> stored(List<List<Row>> batches) {
    List<Row> candidates =
        batches.stream()
            .flatMap(List::stream)
            .filter(row -> known.mayContain(row.idHash()))
            .toList();
    return candidates.isEmpty() ? Set.of() : lookedUp(candidates);
  }

  /** Around their own time first, where the column store has little to read; then everywhere. */
  private Set<String> lookedUp(List<Row> candidates) {
    long first = candidates.stream().mapToLong(Row::millis).min().orElse(0);
    long last = candidates.stream().mapToLong(Row::millis).max().orElse(0);
    Set<String> found =
        new HashSet<>(
            connected.list(
                "known_between",
                row -> row.getString(1),
                Times.utc(first),
                Times.utc(last),
                hashes(candidates)));
    List<Row> left = candidates.stream().filter(row -> !found.contains(row.event().id())).toList();
    if (!left.isEmpty()) {
      Object hashes = hashes(left);
      found.addAll(connected.list("known_ever", row -> row.getString(1), hashes));
    }
    return found;
  }

  private static Long[] hashes(List<Row> rows) {
    return rows.stream().map(Row::idHash).toArray(Long[]::new);
  }

  /** Tells the new events of some batches from those that were stored or stood earlier in them. */
  private static final class Novelty {

    private final Set<String> seen;
    private final List<Row> fresh = new ArrayList<>();

    Novelty(Set<String> stored) {
      this.seen = new HashSet<>(stored);
    }

    List<Row> fresh() {
      return fresh;
    }

    List<Outcome> outcomes(List<Row> batch) {
      return batch.stream().map(this::outcome).toList();
    }

    private Outcome outcome(Row row) {
      if (!seen.add(row.event().id())) {
        return Outcome.DUPLICATE;
      }
      fresh.add(row);
      return Outcome.STORED;
    }
  }
}
