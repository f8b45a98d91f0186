package io.vitrine.store.duckdb;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants as the store keeps them: date and time of UTC. */
final class Times {

  private Times() {}

  static LocalDateTime utc(long millis) {
    return utc(Instant.ofEpochMilli(millis));
  }

  static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
