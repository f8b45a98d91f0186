package io.vitrine.trust.fraud;

/** How much a score is worth looking at. */
enum Level {
  MINIMAL,
  LOW,
  MEDIUM,
  HIGH;

  /** Whether somebody should look at it. */
  boolean isCase() {
    return this == MEDIUM || this == HIGH;
  }
}
