package io.vitrine.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The metric catalogue: each figure of the product is defined here once. Visits and orders of
 * robots are left out unless a filter on {@link Dimension#BOT} says otherwise; logs count whoever
 * caused them. A ratio with nothing below the line is absent, not zero.
 */
public enum Metric {
  VISITORS(Unit.COUNT, Direction.UP, "distinct visitors with at least one event", Fact.SESSIONS),
  NEW_VISITORS(
      Unit.COUNT,
      Direction.UP,
      "distinct visitors whose first event ever is in the period",
      Fact.SESSIONS),
  SESSIONS(
      Unit.COUNT,
      Direction.UP,
      "sessions that start in the period; a gap of more than the session limit (30 minutes) ends a session",
      Fact.SESSIONS),
  EVENTS(Unit.COUNT, Direction.NONE, "events of visitors; logs are not counted", Fact.SESSIONS),
  PAGE_VIEWS(Unit.COUNT, Direction.UP, "events of type page_view and product_view", Fact.SESSIONS),
  VIEWS(Unit.COUNT, Direction.UP, "events of type product_view", Fact.SESSIONS),
  ADD_TO_CARTS(Unit.COUNT, Direction.UP, "events of type add_to_cart", Fact.SESSIONS),
  CHECKOUTS(Unit.COUNT, Direction.UP, "events of type checkout", Fact.SESSIONS),
  VIEW_SESSIONS(Unit.COUNT, Direction.UP, "sessions with at least one product view", Fact.SESSIONS),
  CART_SESSIONS(Unit.COUNT, Direction.UP, "sessions with at least one add to cart", Fact.SESSIONS),
  CHECKOUT_SESSIONS(Unit.COUNT, Direction.UP, "sessions with at least one checkout", Fact.SESSIONS),
  PURCHASE_SESSIONS(Unit.COUNT, Direction.UP, "sessions with at least one purchase", Fact.SESSIONS),
  BUYERS(Unit.COUNT, Direction.UP, "distinct visitors with at least one purchase", Fact.SESSIONS),
  ORDERS(
      Unit.COUNT,
      Direction.UP,
      "orders placed in the period, each order id once, cancelled orders left out",
      Fact.ORDERS),
  ORDER_LINES(Unit.COUNT, Direction.UP, "lines of those orders", Fact.ORDERS),
  UNITS(Unit.COUNT, Direction.UP, "pieces in those lines", Fact.ORDERS),
  GROSS_REVENUE(
      Unit.MONEY,
      Direction.UP,
      "sum of order line amounts at the rate of the order's time, before refunds",
      Fact.ORDERS),
  REFUNDS(
      Unit.MONEY,
      Direction.DOWN,
      "amounts given back on orders placed in the period, whenever they were given back",
      Fact.ORDERS),
  REVENUE(Unit.MONEY, Direction.UP, "gross_revenue - refunds", Fact.ORDERS),
  CANCELLED_ORDERS(
      Unit.COUNT, Direction.DOWN, "orders placed in the period and cancelled since", Fact.ORDERS),
  AOV(Unit.MONEY, Direction.UP, "revenue / orders", Fact.ORDERS),
  CONVERSION_PER_EVENT(Unit.RATIO, Direction.UP, "order_lines / views", Fact.SESSIONS, Fact.ORDERS),
  CONVERSION_PER_SESSION(Unit.RATIO, Direction.UP, "purchase_sessions / sessions", Fact.SESSIONS),
  CONVERSION_PER_VISITOR(Unit.RATIO, Direction.UP, "buyers / visitors", Fact.SESSIONS),
  VIEW_TO_CART(Unit.RATIO, Direction.UP, "add_to_carts / views", Fact.SESSIONS),
  VIEW_TO_PURCHASE(Unit.RATIO, Direction.UP, "order_lines / views", Fact.SESSIONS, Fact.ORDERS),
  CART_TO_PURCHASE(
      Unit.RATIO, Direction.UP, "order_lines / add_to_carts", Fact.SESSIONS, Fact.ORDERS),
  CART_ABANDONMENT(
      Unit.RATIO,
      Direction.DOWN,
      "1 - (sessions with an add to cart and a purchase) / cart_sessions",
      Fact.SESSIONS),
  BOUNCE_RATE(
      Unit.RATIO,
      Direction.DOWN,
      "sessions with exactly one event, exposures to experiments apart / sessions",
      Fact.SESSIONS),
  EVENTS_PER_SESSION(
      Unit.MEAN,
      Direction.UP,
      "events of sessions without exposures to experiments / sessions",
      Fact.SESSIONS),
  SESSION_DURATION(
      Unit.SECONDS,
      Direction.UP,
      "mean time from a session's first to its last event",
      Fact.SESSIONS),
  REVENUE_PER_VISITOR(Unit.MONEY, Direction.UP, "revenue / visitors", Fact.SESSIONS, Fact.ORDERS),
  LOGS(Unit.COUNT, Direction.NONE, "log events of all types", Fact.LOGS),
  ERRORS(
      Unit.COUNT,
      Direction.DOWN,
      "log events of type error, or of level ERROR or FATAL",
      Fact.LOGS),
  ERROR_RATE(Unit.RATIO, Direction.DOWN, "errors / logs", Fact.LOGS);

  /** Which way is good. */
  public enum Direction {
    UP,
    DOWN,
    NONE
  }

  /** What kind of record a metric counts. */
  public enum Fact {
    SESSIONS,
    ORDERS,
    LOGS
  }

  private final Unit unit;
  private final Direction direction;
  private final String formula;

  @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, of an enum
  private final Set<Fact> needs;

  Metric(Unit unit, Direction direction, String formula, Fact first, Fact... more) {
    this.unit = unit;
    this.direction = direction;
    this.formula = formula;
    this.needs = Collections.unmodifiableSet(EnumSet.of(first, more));
  }

  /** Name in the API, in snake case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Unit unit() {
    return unit;
  }

  public Direction direction() {
    return direction;
  }

  /** How it is counted, in English and in terms of other metrics. */
  public String formula() {
    return formula;
  }

  public Set<Fact> needs() {
    return needs;
  }
}
