package io.vitrine.store.duckdb;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days whose derived tables are behind their events. Mirrors the table of the same name, which
 * is written in the transactions that append. Thread-safe.
 */
final class DirtyDays {

  /** What is behind. */
  enum Kind {
    VISITS("visits"),
    SALES("sales");

    private final String stored;

    Kind(String stored) {
      this.stored = stored;
    }

    String stored() {
      return stored;
    }
  }

  private static final int MOST_TOUCHED = 20_000;

  private final Map<Kind, NavigableSet<LocalDate>> days = new EnumMap<>(Kind.class);

  /** Visitors with new events by day; a day that is dirty but not in here has too many. */
  private final Map<LocalDate, Set<Long>> touched = new HashMap<>();

  DirtyDays() {
    for (Kind kind : Kind.values()) {
      days.put(kind, new TreeSet<>());
    }
  }

  /** Those of some days that are not marked yet. */
  synchronized List<LocalDate> unmarked(Kind kind, Collection<LocalDate> candidates) {
    return candidates.stream().filter(day -> !of(kind).contains(day)).distinct().toList();
  }

  synchronized void mark(Kind kind, Collection<LocalDate> marked) {
    of(kind).addAll(marked);
  }

  /** Remembers whose events of a day are new. To be called before the day is marked. */
  synchronized void touch(LocalDate day, Collection<Long> visitors) {
    Set<Long> known = touched.get(day);
    if (known == null && of(Kind.VISITS).contains(day)) {
      return;
    }
    Set<Long> all = known == null ? new HashSet<>() : known;
    all.addAll(visitors);
    touched.put(day, all);
    if (all.size() > MOST_TOUCHED) {
      touched.remove(day);
    }
  }

  /** Whose events of a dirty day are new, unless they are too many or nobody knows. */
  synchronized Optional<Long[]> touched(LocalDate day) {
    return Optional.ofNullable(touched.get(day)).map(set -> set.toArray(Long[]::new));
  }

  synchronized void clean(Kind kind, LocalDate from, LocalDate to) {
    of(kind).subSet(from, true, to, true).clear();
    if (kind == Kind.VISITS) {
      touched.keySet().removeIf(day -> !day.isBefore(from) && !day.isAfter(to));
    }
  }

  /** Forgets everything; the table of the same name then says what is marked. */
  synchronized void forget() {
    days.values().forEach(Set::clear);
    touched.clear();
  }

  synchronized boolean anyUpTo(LocalDate last) {
    return days.values().stream().anyMatch(set -> !set.headSet(last, true).isEmpty());
  }

  synchronized boolean isEmpty() {
    return days.values().stream().allMatch(NavigableSet::isEmpty);
  }

  synchronized List<LocalDate> between(Kind kind, LocalDate from, LocalDate to) {
    return of(kind).headSet(to, true).stream().filter(day -> !day.isBefore(from)).toList();
  }

  private NavigableSet<LocalDate> of(Kind kind) {
    return Objects.requireNonNull(days.get(kind));
  }
}
