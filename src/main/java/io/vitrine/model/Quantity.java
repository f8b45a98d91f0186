package io.vitrine.model;

import java.util.Locale;

/** What a {@link Distribution} is of: a figure that each order or each session has one of. */
public enum Quantity {
  ORDER_VALUE(
      Unit.MONEY,
      "revenue of one order: line amounts less refunds; cancelled orders and those without any known amount left out"),
  ITEMS_PER_ORDER(Unit.COUNT, "pieces in one order; cancelled orders left out"),
  SESSION_DEPTH(Unit.COUNT, "events of one session, exposures to experiments apart"),
  SESSION_DURATION(Unit.SECONDS, "time from a session's first to its last event"),
  TIME_BETWEEN_ORDERS(
      Unit.HOURS,
      "time from a visitor's previous order, whenever that was, to an order of the period; cancelled orders left out"),
  TIME_TO_FIRST_ORDER(
      Unit.HOURS,
      "time from a visitor's very first event to the first order, for first orders of the period; cancelled orders left out");

  private final Unit unit;
  private final String formula;

  Quantity(Unit unit, String formula) {
    this.unit = unit;
    this.formula = formula;
  }

  /** Name in the API, in snake case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Unit unit() {
    return unit;
  }

  /** How it is counted, in English. */
  public String formula() {
    return formula;
  }

  /** Whether it is a figure of orders; otherwise it is one of sessions. */
  public boolean isOfOrders() {
    return switch (this) {
      case ORDER_VALUE, ITEMS_PER_ORDER, TIME_BETWEEN_ORDERS, TIME_TO_FIRST_ORDER -> true;
      case SESSION_DEPTH, SESSION_DURATION -> false;
    };
  }

  /** Whether orders or visits before the period have a part in it. */
  public boolean looksBack() {
    return this == TIME_BETWEEN_ORDERS || this == TIME_TO_FIRST_ORDER;
  }
}
