package io.vitrine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the carts that began in a period, in one row, or in one per value of a dimension
 * of the session in which they began. A cart is a person's, across sessions, devices and sign-in:
 * it begins with an add_to_cart where none is open, and ends with the person's next order, or when
 * nobody has touched it for its whole life ({@link CartRules}). Its state is that at the last event
 * that is known: bought; abandoned, when nobody has touched it for longer than the idle time;
 * recovered, when it was bought after having been abandoned; emptied, when all was taken out again;
 * or open. The columns are the counts of carts and of each state, {@code abandonment} (abandoned /
 * bought, recovered and abandoned), {@code recovery} (recovered / abandoned and recovered), {@code
 * lost_value} (last known prices of what the abandoned hold), {@code unpriced} (abandoned carts
 * that hold something without a known price, which adds nothing), {@code recovered_revenue} and
 * {@code bought_revenue} (of their orders, from the ledger) and {@code open_value}.
 *
 * @param by a dimension of sessions; null for one row
 */
public record Carts(
    @Nullable Dimension by, Span period, List<Filter> filters, Comparison comparison)
    implements Question {

  /** What has become of a cart. */
  public enum State {
    OPEN,
    BOUGHT,
    RECOVERED,
    ABANDONED,
    EMPTIED
  }

  public Carts {
    filters = List.copyOf(filters);
    if (by == Dimension.DAY && comparison != Comparison.NONE) {
      throw Problem.caller(
          "comparison_by_day", "carts by day stand alone; ask for the compared days as well");
    }
  }
}
