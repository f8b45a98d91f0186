package io.vitrine.model;

import io.vitrine.model.Metric.Direction;
import java.util.Locale;
import java.util.Optional;

/**
 * What an experiment is judged by: the figures of the catalogue that every exposed visitor has one
 * of, and the response time. Money and orders are those of the ledger, so a refund or cancellation
 * changes results that were shown before. The unit is the visitor, also of figures per order or per
 * session, because visitors were assigned.
 */
public enum Outcome {
  CONVERSION_PER_VISITOR(
      Kind.SHARE, "exposed visitors with an order that is not cancelled / exposed visitors"),
  REVENUE_PER_VISITOR(Kind.MEAN, "revenue / exposed visitors"),
  AOV(Kind.RATIO, "revenue / orders"),
  ORDERS(Kind.MEAN, "orders, cancelled ones left out / exposed visitors"),
  ORDER_LINES(Kind.MEAN, "lines of those orders / exposed visitors"),
  UNITS(Kind.MEAN, "pieces in those lines / exposed visitors"),
  GROSS_REVENUE(Kind.MEAN, "revenue before refunds / exposed visitors"),
  REFUNDS(Kind.MEAN, "amounts given back on those orders / exposed visitors"),
  CANCELLED_ORDERS(Kind.MEAN, "orders cancelled since / exposed visitors"),
  SESSIONS(Kind.MEAN, "sessions that end at or after the exposure / exposed visitors"),
  EVENTS(Kind.MEAN, "events at or after the exposure / exposed visitors"),
  PAGE_VIEWS(Kind.MEAN, "page views at or after the exposure / exposed visitors"),
  VIEWS(Kind.MEAN, "product views at or after the exposure / exposed visitors"),
  ADD_TO_CARTS(Kind.MEAN, "adds to cart at or after the exposure / exposed visitors"),
  CHECKOUTS(Kind.MEAN, "checkouts at or after the exposure / exposed visitors"),
  CONVERSION_PER_SESSION(Kind.RATIO, "sessions with a purchase / sessions"),
  CONVERSION_PER_EVENT(Kind.RATIO, "order_lines / views"),
  VIEW_TO_CART(Kind.RATIO, "add_to_carts / views"),
  VIEW_TO_PURCHASE(Kind.RATIO, "order_lines / views"),
  CART_TO_PURCHASE(Kind.RATIO, "order_lines / add_to_carts"),
  CART_ABANDONMENT(Kind.RATIO, "sessions with a cart and no purchase / sessions with a cart"),
  BOUNCE_RATE(Kind.RATIO, "sessions with exactly one event / sessions"),
  EVENTS_PER_SESSION(Kind.RATIO, "events at or after the exposure / sessions"),
  SESSION_DURATION(Kind.RATIO, "time from first to last event of those sessions / sessions"),
  ERRORS(Kind.MEAN, "logged errors that name the visitor / exposed visitors"),
  ERROR_RATE(Kind.RATIO, "logged errors / logs that name the visitor"),
  RESPONSE_TIME_P95(
      Kind.QUANTILE,
      "95th percentile of response_time of all events and logs that name an exposed visitor");

  /** How arms are compared. */
  public enum Kind {
    /** Share of the visitors. */
    SHARE,
    /** Mean over the visitors. */
    MEAN,
    /** Sum over sum, the error by the delta method over visitors. */
    RATIO,
    /** Quantile of values that visitors have several of. */
    QUANTILE
  }

  private final Kind kind;
  private final String formula;

  Outcome(Kind kind, String formula) {
    this.kind = kind;
    this.formula = formula;
  }

  /** Name in the API, in snake case; that of the catalogue's metric where there is one. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Kind kind() {
    return kind;
  }

  /** How it is counted, in English. */
  public String formula() {
    return formula;
  }

  /** The metric of the catalogue that it is of each visitor; empty for the response time. */
  public Optional<Metric> metric() {
    return kind == Kind.QUANTILE ? Optional.empty() : Optional.of(Metric.valueOf(name()));
  }

  /** Unit of an arm's figure. */
  public Unit unit() {
    return metric()
        .map(Metric::unit)
        .map(unit -> unit == Unit.COUNT ? Unit.MEAN : unit)
        .orElse(Unit.MILLISECONDS);
  }

  /** Which way is good; a figure without a good way is read as better when it is more. */
  public Direction direction() {
    return metric().map(Metric::direction).orElse(Direction.DOWN);
  }

  /** Whether less is better. */
  public boolean lessIsBetter() {
    return direction() == Direction.DOWN;
  }
}
