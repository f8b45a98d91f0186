package io.vitrine.trust.fraud;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What places and countries say. */
final class PlaceChecks {

  /** Nearer than that is no journey: places of addresses are not that exact. */
  private static final double LEAST_DISTANCE = 100;

  /** Two reports of one instant are still some time apart. */
  private static final Duration LEAST_TIME = Duration.ofMinutes(1);

  /** A device that was first seen less long ago may be a thief's. */
  private static final Duration SETTLED = Duration.ofHours(24);

  /** So many times the usual amount is far more. */
  private static final double DEARER = 3;

  private PlaceChecks() {}

  static Optional<Raised> travel(Transaction payment, Past past, double bound) {
    return Stream.of(Link.USER, Link.CARD)
        .flatMap(link -> past.last(link).stream())
        .flatMap(last -> journey(payment, last, bound).stream())
        .max(Comparator.comparingDouble(Raised::strength));
  }

  private static Optional<Raised> journey(Transaction payment, Mark last, double bound) {
    Place from = last.place();
    Place here = new Mark(payment).place();
    if (from == null || here == null) {
      return Optional.empty();
    }
    double distance = from.distance(here);
    Duration time = last.until(payment.at());
    Duration atLeast = time.compareTo(LEAST_TIME) < 0 ? LEAST_TIME : time;
    double speed = distance / (atLeast.toMillis() / 3_600_000.0);
    if (distance < LEAST_DISTANCE || speed < bound) {
      return Optional.empty();
    }
    return Optional.of(
        Raised.of(
                1,
                String.format(
                    Locale.ROOT,
                    "%.0f km from the last payment's place in %d minutes",
                    distance,
                    atLeast.toMinutes()),
                "value",
                distance,
                "minutes",
                atLeast.toMinutes())
            .seen(Window.WEEK, List.of(last)));
  }

  static Optional<Raised> unusual(Transaction payment, Past past, double bound) {
    String country = payment.countries().address();
    List<Mark> before =
        past.of(Link.USER, Window.YEAR).stream()
            .filter(mark -> mark.of().countries().address() != null)
            .toList();
    boolean known =
        before.stream().anyMatch(mark -> mark.of().countries().known().contains(country));
    if (country == null || before.size() < bound || known) {
      return Optional.empty();
    }
    return Optional.of(
        Raised.of(
                1,
                "the account paid " + before.size() + " times, never from " + country,
                "value",
                before.size(),
                "country",
                country)
            .seen(Window.YEAR, before));
  }

  /** A gift for abroad is usual; a card of one country at an address of another is less so. */
  static Optional<Raised> mismatch(Transaction payment, Past past, double bound) {
    Transaction.Countries countries = payment.countries();
    Set<String> known = countries.known();
    if (known.size() < bound) {
      return Optional.empty();
    }
    boolean cardAbroad =
        countries.card() != null
            && countries.address() != null
            && !countries.card().equals(countries.address());
    double strength = known.size() > 2 ? 1 : cardAbroad ? 0.7 : 0.3;
    return Optional.of(
        Raised.of(
            strength,
            "countries differ: " + String.join(", ", known),
            "value",
            known.size(),
            "countries",
            String.join(", ", known)));
  }

  /**
   * Somebody else in a known account: the device is new to it, or was so a day ago, and either the
   * country is as well or much more is paid than usual.
   */
  static Optional<Raised> takeover(Transaction payment, Past past, double bound) {
    List<Mark> before = past.of(Link.USER, Window.YEAR);
    String device = payment.device();
    String country = payment.countries().address();
    if (device == null || country == null || before.size() < bound) {
      return Optional.empty();
    }
    List<Mark> settled = settled(before, payment);
    boolean devices = settled.stream().anyMatch(mark -> mark.value(Link.DEVICE) != null);
    boolean known = settled.stream().anyMatch(mark -> device.equals(mark.value(Link.DEVICE)));
    if (known || !devices || settled.size() < bound) {
      return Optional.empty();
    }
    boolean home =
        settled.stream().anyMatch(mark -> country.equals(mark.of().countries().address()));
    if (!home) {
      return Optional.of(taken(1, "device and country are both new to", settled, country));
    }
    double times = AmountChecks.timesUsual(payment, settled);
    return times < DEARER
        ? Optional.empty()
        : Optional.of(
            taken(
                Math.min(1, times / (2 * DEARER)),
                "the device is new and the amount far above the usual of",
                settled,
                country));
  }

  /** Payments before the last day: what a thief does first is no habit of the account. */
  private static List<Mark> settled(List<Mark> before, Transaction payment) {
    Instant until = payment.at().minus(SETTLED);
    return before.stream().filter(mark -> mark.at().isBefore(until)).toList();
  }

  private static Raised taken(double strength, String what, List<Mark> settled, String country) {
    return Raised.of(
            strength,
            what + " an account with " + settled.size() + " payments",
            "value",
            settled.size(),
            "country",
            country)
        .seen(Window.YEAR, settled);
  }
}
