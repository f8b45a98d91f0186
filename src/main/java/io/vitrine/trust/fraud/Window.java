package io.vitrine.trust.fraud;

import java.time.Duration;

/** How far is looked back. */
enum Window {
  MINUTE("1m", Duration.ofMinutes(1)),
  FIVE_MINUTES("5m", Duration.ofMinutes(5)),
  HOUR("1h", Duration.ofHours(1)),
  DAY("24h", Duration.ofHours(24)),
  WEEK("7d", Duration.ofDays(7)),
  /** An account's own history. */
  YEAR("400d", Duration.ofDays(400));

  private final String wireName;
  private final Duration length;

  Window(String wireName, Duration length) {
    this.wireName = wireName;
    this.length = length;
  }

  String wireName() {
    return wireName;
  }

  Duration length() {
    return length;
  }
}
