package io.vitrine.trust.fraud;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was known of those who take part in a payment when it was made, the payment itself left out.
 * Holds only until the next payment is remembered.
 */
final class Past {

  private final Trails trails;
  private final Transaction payment;

  Past(Trails trails, Transaction payment) {
    this.trails = trails;
    this.payment = payment;
  }

  /** Other payments with the same value in a window that ends with this payment. */
  List<Mark> of(Link link, Window window) {
    return trails
        .between(link, payment.of(link), payment.at().minus(window.length()), payment.at())
        .stream()
        .filter(mark -> !mark.id().equals(payment.id()))
        .toList();
  }

  int count(Link link, Window window) {
    return of(link, window).size();
  }

  List<Mark> failed(Link link, Window window) {
    return of(link, window).stream().filter(Mark::failed).toList();
  }

  /** How many values of one kind a value of another had, this payment's own among them. */
  int distinct(Link shared, Link counted, Window window) {
    String own = payment.of(counted);
    if (payment.of(shared) == null) {
      return 0;
    }
    long others =
        of(shared, window).stream()
            .map(mark -> mark.value(counted))
            .filter(Objects::nonNull)
            .filter(value -> !value.equals(own))
            .distinct()
            .count();
    return (int) others + (own == null ? 0 : 1);
  }

  /** The last payment before this one with the same value. */
  Optional<Mark> last(Link link) {
    List<Mark> all = of(link, Window.WEEK);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** Everything that is counted, by name: link, window, and what. */
  Map<String, Integer> figures() {
    Map<String, Integer> figures = new LinkedHashMap<>();
    for (Link link : Link.values()) {
      for (Window window : Window.values()) {
        List<Mark> marks = of(link, window);
        String name = link.wireName() + "_" + window.wireName();
        figures.put(name, marks.size());
        figures.put(name + "_failed", (int) marks.stream().filter(Mark::failed).count());
      }
      for (Link counted : Link.values()) {
        figures.put(
            counted.wireName() + "s_of_" + link.wireName(), distinct(link, counted, Window.WEEK));
      }
    }
    return figures;
  }

  static List<String> ids(Collection<Mark> marks) {
    return marks.stream().map(Mark::id).toList();
  }
}
