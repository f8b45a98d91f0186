package io.vitrine.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be counted over logs. Times are in milliseconds, amounts in the shop's currency. */
public enum LogFigure {
  /** Logs. */
  LOGS(Unit.COUNT),
  /** Logs of type error, or of level ERROR or FATAL. */
  ERRORS(Unit.COUNT),
  /** errors / logs. */
  ERROR_RATE(Unit.RATIO),
  /** Calls that were answered with a status of 500 or more. */
  FAILED(Unit.COUNT),
  /** failed / calls with a status. */
  FAILURE_RATE(Unit.RATIO),
  /** Distinct users by their account id. */
  USERS(Unit.COUNT),
  /** Distinct services. */
  SERVICES(Unit.COUNT),
  /** Sum of amounts; an amount in a currency without a rate is left out. */
  AMOUNT(Unit.MONEY),
  AMOUNT_MEAN(Unit.MONEY),
  /** Logs that have an amount. */
  AMOUNTS(Unit.COUNT),
  /** Calls with a response time. */
  RESPONSES(Unit.COUNT),
  RESPONSE_AVG(Unit.MILLISECONDS),
  RESPONSE_MIN(Unit.MILLISECONDS),
  RESPONSE_MAX(Unit.MILLISECONDS),
  RESPONSE_P50(Unit.MILLISECONDS),
  RESPONSE_P90(Unit.MILLISECONDS),
  RESPONSE_P95(Unit.MILLISECONDS),
  RESPONSE_P99(Unit.MILLISECONDS),
  /** Calls that took 1,000 ms or more. */
  SLOW_REQUESTS(Unit.COUNT),
  /** Calls with a database time. */
  QUERIES(Unit.COUNT),
  DATABASE_AVG(Unit.MILLISECONDS),
  DATABASE_MIN(Unit.MILLISECONDS),
  DATABASE_MAX(Unit.MILLISECONDS),
  DATABASE_P50(Unit.MILLISECONDS),
  DATABASE_P90(Unit.MILLISECONDS),
  DATABASE_P95(Unit.MILLISECONDS),
  DATABASE_P99(Unit.MILLISECONDS),
  /** Calls whose database time is 500 ms or more. */
  SLOW_QUERIES(Unit.COUNT),
  /**
   * (calls within 500 ms + half of those within 2,000 ms) / calls with a response time; the Apdex
   * of the Application Performance Index specification 1.1 with T = 0.5 s.
   */
  APDEX(Unit.RATIO),
  /** Share of calls that the cache answered, of those that say so. */
  CACHE_HIT_RATE(Unit.RATIO),
  /** Mean of {@code duration_ms}. */
  DURATION_AVG(Unit.MILLISECONDS),
  /** Time of the first of the logs. */
  FIRST_SEEN(null),
  /** Time of the last of the logs. */
  LAST_SEEN(null);

  private final @Nullable Unit unit;

  LogFigure(@Nullable Unit unit) {
    this.unit = unit;
  }

  /** Name in the API, in snake case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Unit of the figure; null for a time. */
  public @Nullable Unit unit() {
    return unit;
  }
}
