package io.vitrine.model;

import java.util.Set;

/**
 * What kind of thing happened. Known types have constants; a shop may send its own.
 *
 * @param name snake case, 1 to 64 characters
 */
public record EventType(String name) {

  public static final EventType PAGE_VIEW = new EventType("page_view");
  public static final EventType PRODUCT_VIEW = new EventType("product_view");
  public static final EventType SEARCH = new EventType("search");
  public static final EventType ADD_TO_CART = new EventType("add_to_cart");
  public static final EventType REMOVE_FROM_CART = new EventType("remove_from_cart");
  public static final EventType CHECKOUT = new EventType("checkout");
  public static final EventType PURCHASE = new EventType("purchase");
  public static final EventType REFUND = new EventType("refund");
  public static final EventType CANCELLATION = new EventType("cancellation");
  public static final EventType EXPOSURE = new EventType("exposure");

  public static final EventType TRANSACTION = new EventType("transaction");
  public static final EventType ERROR = new EventType("error");
  public static final EventType USER_BEHAVIOR = new EventType("user_behavior");
  public static final EventType PERFORMANCE = new EventType("performance");
  public static final EventType FRAUD = new EventType("fraud");
  public static final EventType LOG = new EventType("log");

  private static final Set<EventType> LOGS =
      Set.of(TRANSACTION, ERROR, USER_BEHAVIOR, PERFORMANCE, FRAUD, LOG);

  private static final Set<EventType> ACTS =
      Set.of(
          PAGE_VIEW,
          PRODUCT_VIEW,
          SEARCH,
          ADD_TO_CART,
          REMOVE_FROM_CART,
          CHECKOUT,
          PURCHASE,
          REFUND,
          CANCELLATION);

  /** The known types of what visitors do; a shop's own are not among them. */
  public static Set<EventType> acts() {
    return ACTS;
  }

  /** The types that are logs: they have no part in visitors, sessions and orders. */
  public static Set<EventType> logs() {
    return LOGS;
  }

  public boolean isLog() {
    return LOGS.contains(this);
  }

  /** Whether it changes the order ledger. */
  public boolean isOrder() {
    return equals(PURCHASE) || equals(REFUND) || equals(CANCELLATION);
  }

  @Override
  public String toString() {
    return name;
  }
}
