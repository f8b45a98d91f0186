package io.vitrine.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Maison Lumen, a shop for lamps and things of the house that does not exist. Everything in it
 * follows from three values, so that the same shop can be made again at any time.
 *
 * @param seed decides who comes and what they do
 * @param opening first day, in the shop's zone; incidents and experiments lie in the last weeks of
 *     the year that starts here
 * @param scale factor on the number of visitors; 1 makes about half a million events a year
 */
public record DemoShop(long seed, LocalDate opening, double scale) {

  /** The shop's name. */
  public static final String NAME = "Maison Lumen";

  /** The shop's time zone. */
  public static final ZoneId ZONE = Season.HOME;

  /** The shop's currency, an ISO 4217 code. */
  public static final String CURRENCY = "EUR";

  private static final int YEAR = 365;

  public DemoShop {
    if (!(scale > 0 && scale <= 1_000)) {
      throw new IllegalArgumentException("scale is " + scale + ", not above 0 and up to 1000");
    }
  }

  /** A shop that opened a year before a day. */
  public static DemoShop yearBefore(LocalDate today, long seed, double scale) {
    return new DemoShop(seed, today.minusDays(YEAR), scale);
  }

  /** The experiments that run in it, with the first day of each. */
  public Map<String, LocalDate> trials() {
    return Arrays.stream(Trial.values())
        .collect(Collectors.toMap(Trial::key, trial -> trial.start(opening)));
  }

  /** All events from the first, in time order. */
  public DemoFeed feed() {
    return new DemoFeed(World.of(seed, opening, scale));
  }
}
