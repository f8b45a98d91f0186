package io.vitrine.store.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was bought: the purchase events of one order, of which the most telling wins.
 *
 * @param entries all purchase entries by time, the winner's first
 * @param rate of the winner; null when unknown
 * @param lines what counts
 */
record Purchase(List<OrderEntry> entries, @Nullable BigDecimal rate, List<Order.Line> lines) {

  /** With every line priced before others, then with an amount, then the earliest. */
  private static final Comparator<List<OrderEntry>> MOST_TELLING =
      Comparator.<List<OrderEntry>, Boolean>comparing(Purchase::allPriced)
          .reversed()
          .thenComparing(lines -> lines.getFirst().amount() == null)
          .thenComparing(List::getFirst, Ledger.BY_TIME);

  private static final Comparator<OrderEntry> MOST_TELLING_LINE =
      Comparator.<OrderEntry, Boolean>comparing(entry -> own(entry) == null)
          .thenComparing(Ledger.BY_TIME);

  static Purchase of(List<OrderEntry> entries, Exchange exchange) {
    List<OrderEntry> items = entries.stream().filter(entry -> entry.line() > 0).toList();
    if (!items.isEmpty()) {
      return ofItems(entries, items, exchange);
    }
    List<OrderEntry> named = entries.stream().filter(entry -> entry.productId() != null).toList();
    return named.isEmpty() ? ofAmount(entries, exchange) : ofLines(entries, named, exchange);
  }

  private static Purchase ofItems(
      List<OrderEntry> entries, List<OrderEntry> items, Exchange exchange) {
    List<OrderEntry> best =
        items.stream().collect(Collectors.groupingBy(OrderEntry::eventId)).values().stream()
            .min(MOST_TELLING)
            .orElseThrow();
    BigDecimal rate = exchange.rate(best.getFirst());
    List<@Nullable BigDecimal> amounts = amounts(best, rate, exchange);
    List<Order.Line> lines = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      lines.add(line(best.get(i), best.get(i).quantity(), amounts.get(i)));
    }
    return new Purchase(led(best.getFirst(), entries), rate, lines);
  }

  private static List<@Nullable BigDecimal> amounts(
      List<OrderEntry> best, @Nullable BigDecimal rate, Exchange exchange) {
    BigDecimal whole = exchange.convert(best.getFirst().amount(), rate);
    if (allPriced(best) || whole == null) {
      return priced(best, rate, exchange);
    }
    List<BigDecimal> weights =
        best.stream().map(entry -> BigDecimal.valueOf(entry.quantity())).toList();
    return new ArrayList<>(exchange.spread(whole, weights));
  }

  private static List<@Nullable BigDecimal> priced(
      List<OrderEntry> best, @Nullable BigDecimal rate, Exchange exchange) {
    List<@Nullable BigDecimal> amounts = new ArrayList<>();
    best.forEach(entry -> amounts.add(exchange.convert(entry.priced(), rate)));
    return amounts;
  }

  private static Purchase ofLines(
      List<OrderEntry> entries, List<OrderEntry> named, Exchange exchange) {
    Map<String, List<OrderEntry>> byProduct =
        named.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> Objects.requireNonNull(entry.productId()),
                    TreeMap::new,
                    Collectors.toList()));
    List<Order.Line> lines =
        byProduct.values().stream().map(same -> merged(same, exchange)).toList();
    boolean known = named.stream().allMatch(entry -> exchange.rate(entry) != null);
    OrderEntry first = named.getFirst();
    return new Purchase(led(first, entries), known ? exchange.rate(first) : null, lines);
  }

  private static Order.Line merged(List<OrderEntry> same, Exchange exchange) {
    OrderEntry best = same.stream().min(MOST_TELLING_LINE).orElseThrow();
    long pieces = same.stream().mapToLong(OrderEntry::quantity).max().orElse(1);
    BigDecimal amount = best.amount();
    if (amount == null && best.price() != null) {
      amount = best.price().multiply(BigDecimal.valueOf(pieces));
    }
    return line(best, pieces, exchange.convert(amount, exchange.rate(best)));
  }

  private static Purchase ofAmount(List<OrderEntry> entries, Exchange exchange) {
    if (entries.isEmpty()) {
      return new Purchase(List.of(), null, List.of());
    }
    OrderEntry best = entries.stream().min(MOST_TELLING_LINE).orElseThrow();
    BigDecimal rate = exchange.rate(best);
    BigDecimal amount = exchange.convert(own(best), rate);
    return new Purchase(led(best, entries), rate, List.of(line(best, best.quantity(), amount)));
  }

  private static Order.Line line(OrderEntry entry, long quantity, @Nullable BigDecimal gross) {
    return new Order.Line(
        entry.productId(),
        entry.productName(),
        entry.categoryId(),
        quantity,
        gross,
        BigDecimal.ZERO);
  }

  private static @Nullable BigDecimal own(OrderEntry entry) {
    return entry.amount() == null ? entry.priced() : entry.amount();
  }

  private static boolean allPriced(List<OrderEntry> lines) {
    return lines.stream().allMatch(line -> line.price() != null);
  }

  private static List<OrderEntry> led(OrderEntry first, List<OrderEntry> others) {
    List<OrderEntry> led = new ArrayList<>();
    led.add(first);
    led.addAll(others);
    return led;
  }

  @Nullable String eventId() {
    return entries.isEmpty() ? null : entries.getFirst().eventId();
  }

  @Nullable String currency() {
    return entries.isEmpty() ? null : entries.getFirst().currency();
  }

  /** Sum of the items that count, in the currency of the order; null when one has no price. */
  @Nullable BigDecimal paid() {
    BigDecimal sum = BigDecimal.ZERO;
    for (OrderEntry entry : entries.stream().distinct().filter(this::counts).toList()) {
      BigDecimal priced = entry.priced();
      if (priced == null) {
        return null;
      }
      sum = sum.add(priced);
    }
    return sum;
  }

  private boolean counts(OrderEntry entry) {
    return entry.line() > 0 && Objects.equals(entry.eventId(), eventId());
  }

  boolean bot() {
    return !entries.isEmpty() && entries.getFirst().bot();
  }

  @Nullable Instant placedAt() {
    return entries.stream().map(OrderEntry::at).min(Comparator.naturalOrder()).orElse(null);
  }

  @Nullable Long visitorKey() {
    return entries.stream()
        .map(OrderEntry::visitorKey)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Each place from the winner, or else from the earliest purchase event that names it. */
  List<@Nullable String> places() {
    List<@Nullable String> places =
        new ArrayList<>(Collections.nCopies(OrderEntry.PLACES.size(), (String) null));
    for (OrderEntry entry : entries) {
      for (int i = 0; i < places.size(); i++) {
        if (places.get(i) == null) {
          places.set(i, entry.places().get(i));
        }
      }
    }
    return places;
  }
}
