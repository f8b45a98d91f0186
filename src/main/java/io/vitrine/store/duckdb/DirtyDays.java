package io.vitrine.store.duckdb;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
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

  private final Map<Kind, NavigableSet<LocalDate>> days = new EnumMap<>(Kind.class);

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

  synchronized void clean(Kind kind, LocalDate from, LocalDate to) {
    of(kind).subSet(from, true, to, true).clear();
  }

  synchronized boolean any(LocalDate from, LocalDate to) {
    return days.values().stream().anyMatch(set -> !set.subSet(from, true, to, true).isEmpty());
  }

  synchronized boolean isEmpty() {
    return days.values().stream().allMatch(NavigableSet::isEmpty);
  }

  synchronized List<LocalDate> sorted(Kind kind) {
    return new ArrayList<>(of(kind));
  }

  private NavigableSet<LocalDate> of(Kind kind) {
    return Objects.requireNonNull(days.get(kind));
  }
}
