package io.vitrine.history;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the orders that returned lines were bought in. A return belongs to the latest purchase line
 * of the same visitor and product, not after it, with the same price and as many pieces left; else
 * to the latest of another price with as many pieces and as much money left. Returns choose in the
 * order of their time. Holds every purchase line of a known visitor: about 100 bytes each.
 */
final class Returns {

  private final Map<String, List<Bought>> bought = new HashMap<>();
  private final List<Returned> returned = new ArrayList<>();

  /**
   * A line that came back.
   *
   * @param line of the file
   * @param number of it within its group, from 1
   * @param visitor who returned it; null when unknown
   * @param at when
   * @param item what, with pieces above zero
   */
  record Returned(
      MappedLine line, int number, @Nullable String visitor, Instant at, OrderLine item) {}

  private static final class Bought {

    private final Instant at;
    private final String order;
    private final @Nullable BigDecimal price;
    private long pieces;
    private BigDecimal money;

    Bought(Instant at, String order, OrderLine item) {
      this.at = at;
      this.order = order;
      this.price = item.price();
      this.pieces = item.quantity();
      this.money = Objects.requireNonNullElse(item.amount(), BigDecimal.ZERO);
    }

    boolean hasLeft(OrderLine item) {
      return pieces >= item.quantity() && money.compareTo(amount(item)) >= 0;
    }

    boolean costs(@Nullable BigDecimal other) {
      return price != null && other != null && price.compareTo(other) == 0;
    }

    void giveBack(OrderLine item) {
      pieces -= item.quantity();
      money = money.subtract(amount(item));
    }

    private static BigDecimal amount(OrderLine item) {
      return Objects.requireNonNullElse(item.amount(), BigDecimal.ZERO);
    }
  }

  /** Remembers the lines of a purchase. */
  void bought(Event purchase) {
    String visitor = purchase.text(Field.VISITOR_ID);
    String order = purchase.text(Field.ORDER_ID);
    if (visitor == null || order == null) {
      return;
    }
    for (OrderLine item : purchase.items()) {
      bought
          .computeIfAbsent(key(visitor, item), unknown -> new ArrayList<>(1))
          .add(new Bought(purchase.timestamp(), order, item));
    }
  }

  /** Remembers a return until all purchases are known. */
  void returned(Returned line) {
    returned.add(line);
  }

  /** All returns in the order in which they choose. */
  List<Returned> inOrder() {
    bought.values().forEach(lines -> lines.sort(Comparator.comparing(line -> line.at)));
    returned.sort(
        Comparator.comparing(Returned::at)
            .thenComparingLong(line -> line.line().row().line())
            .thenComparingInt(Returned::number));
    return returned;
  }

  /** Id of the order that a return belongs to, whose pieces are then taken. */
  Optional<String> match(Returned line) {
    if (line.visitor() == null) {
      return Optional.empty();
    }
    List<Bought> lines = bought.getOrDefault(key(line.visitor(), line.item()), List.of());
    Predicate<Bought> left = one -> !one.at.isAfter(line.at()) && one.hasLeft(line.item());
    Optional<Bought> found =
        latest(lines, left.and(one -> one.costs(line.item().price())))
            .or(() -> latest(lines, left));
    found.ifPresent(one -> one.giveBack(line.item()));
    return found.map(one -> one.order);
  }

  private static Optional<Bought> latest(List<Bought> lines, Predicate<Bought> fits) {
    return lines.reversed().stream().filter(fits).findFirst();
  }

  private static String key(String visitor, OrderLine item) {
    return visitor + "\n" + item.productId();
  }
}
