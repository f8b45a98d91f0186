package io.vitrine.trust.fraud;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the pace of payments says. */
final class PaceChecks {

  /** A payment that small is worth nothing but the answer whether the card is good. */
  private static final double SMALL = 5;

  private static final double FAILED_SHARE = 0.4;

  private static final List<Link> PEOPLE =
      List.of(Link.USER, Link.CARD, Link.DEVICE, Link.EMAIL, Link.ADDRESS);
  private static final List<Link> PLACES = List.of(Link.ADDRESS, Link.DEVICE);

  private PaceChecks() {}

  /** What was counted of one link. */
  private record Counted(Link link, List<Mark> marks) {

    int size() {
      return marks.size();
    }
  }

  private static Optional<Counted> most(Stream<Counted> counted) {
    return counted.max(Comparator.comparingInt(Counted::size));
  }

  static Optional<Raised> rapid(Transaction payment, Past past, double bound) {
    return most(PEOPLE.stream().map(link -> new Counted(link, past.of(link, Window.FIVE_MINUTES))))
        .filter(most -> most.size() + 1 >= bound)
        .map(
            most ->
                Raised.of(
                        Raised.ramp(most.size() + 1.0, bound),
                        (most.size() + 1) + " payments in 5 minutes by the same " + name(most),
                        "value",
                        most.size() + 1,
                        "link",
                        most.link().wireName())
                    .seen(Window.FIVE_MINUTES, most.marks()));
  }

  static Optional<Raised> failures(Transaction payment, Past past, double bound) {
    return most(PEOPLE.stream().map(link -> new Counted(link, past.failed(link, Window.HOUR))))
        .filter(most -> most.size() >= bound)
        .map(
            most ->
                Raised.of(
                        Raised.ramp(most.size(), bound),
                        most.size() + " failed payments in an hour by the same " + name(most),
                        "value",
                        most.size(),
                        "link",
                        most.link().wireName())
                    .seen(Window.HOUR, most.marks()));
  }

  /**
   * Small payments, or payments with many cards, from one place, of which far more fail than
   * usually do.
   */
  static Optional<Raised> cardTesting(Transaction payment, Past past, double bound) {
    return PLACES.stream()
        .map(link -> new Counted(link, past.of(link, Window.HOUR)))
        .flatMap(counted -> testing(payment, counted, bound).stream())
        .max(Comparator.comparingDouble(Raised::strength));
  }

  private static Optional<Raised> testing(Transaction payment, Counted counted, double bound) {
    List<Mark> marks = counted.marks();
    long failed = marks.stream().filter(Mark::failed).count();
    long tried = Math.max(small(payment, marks), cards(payment, marks));
    if (tried < bound || failed < FAILED_SHARE * marks.size()) {
      return Optional.empty();
    }
    return Optional.of(
        Raised.of(
                Raised.ramp(2.0 * tried, bound),
                tried
                    + " small payments or cards in an hour from one "
                    + name(counted)
                    + ", "
                    + failed
                    + " failed",
                "value",
                tried,
                "failed",
                failed,
                "link",
                counted.link().wireName())
            .seen(Window.HOUR, marks));
  }

  private static long small(Transaction payment, List<Mark> marks) {
    return Stream.concat(Stream.of(payment), marks.stream().map(Mark::of))
        .map(Transaction::worth)
        .filter(worth -> worth != null && worth <= SMALL)
        .count();
  }

  private static long cards(Transaction payment, List<Mark> marks) {
    return Stream.concat(Stream.of(payment), marks.stream().map(Mark::of))
        .map(Transaction::card)
        .filter(Objects::nonNull)
        .distinct()
        .count();
  }

  private static String name(Counted counted) {
    return counted.link().wireName();
  }
}
