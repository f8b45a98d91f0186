package io.vitrine.store.sql;

import java.util.Locale;

/** A figure that is counted or summed; metrics are formulas over these. */
enum Measure {
  VISITORS,
  NEW_VISITORS,
  SESSIONS,
  EVENTS,
  PAGE_VIEWS,
  VIEWS,
  ADD_TO_CARTS,
  CHECKOUTS,
  VIEW_SESSIONS,
  CART_SESSIONS,
  CHECKOUT_SESSIONS,
  PURCHASE_SESSIONS,
  /** Sessions with an add to cart and a purchase. */
  BOUGHT_CARTS,
  BOUNCES,
  /** Sum of the milliseconds from first to last event of sessions. */
  DURATION,
  /** What happened in sessions; being shown an experiment is nothing that a visitor does. */
  SESSION_EVENTS,
  BUYERS,
  ORDERS,
  ORDER_LINES,
  UNITS,
  GROSS,
  REFUNDED,
  CANCELLED_ORDERS,
  LOGS,
  ERRORS;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  String type() {
    return isMoney() ? "DECIMAL(38, 4)" : "BIGINT";
  }

  boolean isMoney() {
    return this == GROSS || this == REFUNDED;
  }
}
