package io.vitrine.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which origins the orders of a period are owed to, by every model side by side: one row per value
 * of a dimension with {@code orders_<model>} and {@code revenue_<model>}. Credited are the sessions
 * of the person who ordered, on whatever device, that began at most so long before the order;
 * sessions that a site of {@link NoOrigins} began are left out, and an order without any is
 * credited to its own origin. The columns of each model sum up to the ledger's orders and revenue.
 *
 * @param by what is credited: channel, source, medium, campaign, referrer_host or landing_page
 * @param lookBack days before the order, 1 to 365
 */
public record Attribution(
    Dimension by, int lookBack, Span period, List<Filter> filters, Comparison comparison)
    implements Question {

  /** How an order is shared among the sessions that led to it. */
  public enum Model {
    /** All to the first. */
    FIRST_TOUCH,
    /** All to the last. */
    LAST_TOUCH,
    /** All to the last that was not Direct; to the last where all were. */
    LAST_NON_DIRECT,
    /** To each as much. */
    LINEAR,
    /** 40 % to the first, 40 % to the last, the rest evenly to those between; halves of two. */
    POSITION_BASED,
    /** To each half as much as to one seven days later. */
    TIME_DECAY;

    /** Name in the API, in snake case. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Days of a look-back where none are named. */
  public static final int DEFAULT_LOOK_BACK = 30;

  private static final int LONGEST_LOOK_BACK = 365;

  private static final Set<Dimension> ORIGINS =
      EnumSet.of(
          Dimension.CHANNEL,
          Dimension.SOURCE,
          Dimension.MEDIUM,
          Dimension.CAMPAIGN,
          Dimension.REFERRER_HOST,
          Dimension.LANDING_PAGE);

  public Attribution {
    filters = List.copyOf(filters);
    if (!ORIGINS.contains(by)) {
      throw Problem.caller(
          "attribution_dimension",
          "orders are owed to a channel, source, medium, campaign, referrer_host or landing_page,"
              + " not to a "
              + by.wireName());
    }
    if (lookBack < 1 || lookBack > LONGEST_LOOK_BACK) {
      throw Problem.caller("attribution_look_back", "look_back is 1 to 365 days, not " + lookBack);
    }
  }
}
