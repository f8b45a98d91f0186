package io.vitrine.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** When things broke. Days count from the opening, so that the last ones lie in the last weeks. */
final class Incidents {

  private record Span(Instant start, Instant end) {
    boolean holds(Instant moment) {
      return !moment.isBefore(start) && moment.isBefore(end);
    }
  }

  private final List<Span> outages;
  private final List<Span> slowSearches;

  Incidents(LocalDate opening) {
    outages = List.of(span(opening.plusDays(356), 18, 21), span(opening.plusDays(141), 11, 12));
    slowSearches = List.of(span(opening.plusDays(349), 9, 22), span(opening.plusDays(231), 14, 18));
  }

  private static Span span(LocalDate day, int from, int to) {
    return new Span(at(day, from), at(day, to));
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(LocalTime.of(hour, 0)).atZone(Season.HOME).toInstant();
  }

  /** Whether the checkout answers with errors. */
  boolean checkoutDown(Instant moment) {
    return outages.stream().anyMatch(outage -> outage.holds(moment));
  }

  /** Whether the search takes seconds. */
  boolean searchSlow(Instant moment) {
    return slowSearches.stream().anyMatch(slow -> slow.holds(moment));
  }

  /** First moments of the outages. */
  List<Instant> outageStarts() {
    return outages.stream().map(Span::start).toList();
  }
}
