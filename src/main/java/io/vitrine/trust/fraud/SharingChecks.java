package io.vitrine.trust.fraud;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is shared that honest people do not share. */
final class SharingChecks {

  private SharingChecks() {}

  static Optional<Raised> card(Transaction payment, Past past, double bound) {
    return most(past, Link.CARD, Window.WEEK, bound, List.of(Link.USER, Link.EMAIL));
  }

  static Optional<Raised> device(Transaction payment, Past past, double bound) {
    return most(past, Link.DEVICE, Window.WEEK, bound, List.of(Link.USER, Link.CARD, Link.EMAIL));
  }

  static Optional<Raised> address(Transaction payment, Past past, double bound) {
    return most(past, Link.ADDRESS, Window.DAY, bound, List.of(Link.USER, Link.CARD));
  }

  static Optional<Raised> delivery(Transaction payment, Past past, double bound) {
    return most(past, Link.DELIVERY, Window.WEEK, bound, List.of(Link.USER, Link.CARD));
  }

  private static Optional<Raised> most(
      Past past, Link shared, Window window, double bound, List<Link> counted) {
    return counted.stream()
        .map(link -> shared(past, shared, link, window, bound))
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(Raised::strength));
  }

  private static Optional<Raised> shared(
      Past past, Link shared, Link counted, Window window, double bound) {
    int found = past.distinct(shared, counted, window);
    if (found < bound) {
      return Optional.empty();
    }
    return Optional.of(
        Raised.of(
                Raised.ramp(found, bound),
                found
                    + " different "
                    + counted.wireName()
                    + "s with one "
                    + shared.wireName()
                    + " within "
                    + window.wireName(),
                "value",
                found,
                "link",
                counted.wireName())
            .seen(window, past.of(shared, window)));
  }
}
