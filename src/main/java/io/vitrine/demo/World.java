package io.vitrine.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What all parts of the demo shop know.
 *
 * @param seed decides everything
 * @param opening the shop's first day
 * @param scale factor on the number of visitors
 * @param detailedFrom first age of the shop in days from which all logs are kept
 */
record World(
    long seed,
    LocalDate opening,
    double scale,
    int detailedFrom,
    Catalogue catalogue,
    Season season,
    Incidents incidents,
    Outbox outbox) {

  private static final int DETAIL_FROM = 335;

  static World of(long seed, LocalDate opening, double scale) {
    return of(seed, opening, scale, DETAIL_FROM);
  }

  /** A world whose logs are kept whole from the first day. */
  static World wholeLogs(long seed, LocalDate opening, double scale) {
    return of(seed, opening, scale, 0);
  }

  private static World of(long seed, LocalDate opening, double scale, int detailedFrom) {
    return new World(
        seed,
        opening,
        scale,
        detailedFrom,
        new Catalogue(seed),
        new Season(opening),
        new Incidents(opening),
        new Outbox());
  }

  /** Days since the opening. */
  long age(LocalDate day) {
    return ChronoUnit.DAYS.between(opening, day);
  }

  /** Whether the services' logs of a day are kept whole; older ones are thinned out. */
  boolean detailed(LocalDate day) {
    return age(day) >= detailedFrom;
  }
}
