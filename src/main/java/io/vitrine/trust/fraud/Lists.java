package io.vitrine.trust.fraud;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about cards, devices, e-mails and accounts. A decision says nothing about
 * payments before it, so that judging the past again does not learn from what came later.
 * Immutable.
 */
record Lists(Map<Entry, Listed> entries) {

  static final Lists NONE = new Lists(Map.of());

  private static final List<Link> LISTED = List.of(Link.CARD, Link.DEVICE, Link.EMAIL, Link.USER);

  /** A value of a link. */
  record Entry(Link link, String value) {}

  /**
   * What was decided.
   *
   * @param blocked whether it stands for fraud; false: for honest payments
   * @param since when it was decided
   */
  record Listed(boolean blocked, Instant since) {}

  Lists {
    entries = Map.copyOf(entries);
  }

  Optional<Raised> blocked(Transaction payment) {
    return found(payment, true)
        .map(
            entry ->
                Raised.of(
                    1,
                    "the " + entry.link().wireName() + " was decided to be fraud before",
                    "link",
                    entry.link().wireName()));
  }

  Optional<Raised> allowed(Transaction payment) {
    return found(payment, false)
        .map(
            entry ->
                Raised.of(
                    1,
                    "the " + entry.link().wireName() + " was decided to be honest before",
                    "link",
                    entry.link().wireName()));
  }

  private Optional<Entry> found(Transaction payment, boolean asBlocked) {
    return LISTED.stream()
        .flatMap(link -> entry(payment, link))
        .filter(entry -> holds(entries.get(entry), payment, asBlocked))
        .findFirst();
  }

  private static boolean holds(@Nullable Listed listed, Transaction payment, boolean asBlocked) {
    return listed != null && listed.blocked() == asBlocked && listed.since().isBefore(payment.at());
  }

  private static Stream<Entry> entry(Transaction payment, Link link) {
    String value = payment.of(link);
    return value == null ? Stream.empty() : Stream.of(new Entry(link, value));
  }
}
