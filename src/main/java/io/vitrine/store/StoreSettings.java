package io.vitrine.store;

import io.vitrine.model.CartRules;
import io.vitrine.model.NoOrigins;
import io.vitrine.model.Segments;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;

/**
 * Settings of the stores.
 *
 * @param folder the data folder; created when absent
 * @param zone the shop's time zone: days and hours are counted in it
 * @param currency the shop's reporting currency
 * @param sessionGap a longer gap between two events of a visitor ends the session
 * @param memory memory limit of the column store, such as 512MB
 * @param threads threads of the column store
 * @param readers read connections
 * @param questionTimeout longest time for one question
 * @param rowLimit most rows of an answer
 * @param segments bounds of the segments of visitors by activity
 * @param waitingEvents most events that wait for their commit; more are refused
 * @param carts when a cart is abandoned and when it is over
 * @param noOrigins sites that visitors never come from
 */
public record StoreSettings(
    Path folder,
    ZoneId zone,
    Currency currency,
    Duration sessionGap,
    String memory,
    int threads,
    int readers,
    Duration questionTimeout,
    int rowLimit,
    Segments segments,
    int waitingEvents,
    CartRules carts,
    NoOrigins noOrigins) {

  /** With the default rules for carts and origins. */
  public StoreSettings(
      Path folder,
      ZoneId zone,
      Currency currency,
      Duration sessionGap,
      String memory,
      int threads,
      int readers,
      Duration questionTimeout,
      int rowLimit,
      Segments segments,
      int waitingEvents) {
    this(
        folder,
        zone,
        currency,
        sessionGap,
        memory,
        threads,
        readers,
        questionTimeout,
        rowLimit,
        segments,
        waitingEvents,
        CartRules.DEFAULT,
        NoOrigins.DEFAULT);
  }

  /** The defaults on a data folder, for a shop in a zone with a currency. */
  public static StoreSettings of(Path folder, ZoneId zone, Currency currency) {
    return new StoreSettings(
        folder,
        zone,
        currency,
        Duration.ofMinutes(30),
        "512MB",
        Math.max(2, Runtime.getRuntime().availableProcessors()),
        2,
        Duration.ofSeconds(30),
        100_000,
        Segments.DEFAULT,
        50_000);
  }

  /** Digits of amounts in the reporting currency after the point. */
  public int digits() {
    return Math.max(0, currency.getDefaultFractionDigits());
  }
}
