package io.vitrine.store.sql;

import java.util.Locale;

/** What is counted of each exposed visitor, and from which table. */
enum UnitMeasure {
  EVENTS(Source.HITS, "count(*)"),
  PAGE_VIEWS(Source.HITS, "count(*) FILTER (WHERE v.\"type\" IN ('page_view', 'product_view'))"),
  VIEWS(Source.HITS, "count(*) FILTER (WHERE v.\"type\" = 'product_view')"),
  ADD_TO_CARTS(Source.HITS, "count(*) FILTER (WHERE v.\"type\" = 'add_to_cart')"),
  CHECKOUTS(Source.HITS, "count(*) FILTER (WHERE v.\"type\" = 'checkout')"),
  SESSIONS(Source.VISITS, "count(*)"),
  PURCHASE_SESSIONS(Source.VISITS, "count(*) FILTER (WHERE v.session_purchases > 0)"),
  CART_SESSIONS(Source.VISITS, "count(*) FILTER (WHERE v.session_carts > 0)"),
  LEFT_CARTS(
      Source.VISITS, "count(*) FILTER (WHERE v.session_carts > 0 AND v.session_purchases = 0)"),
  BOUNCES(Source.VISITS, "count(*) FILTER (WHERE v.session_events = 1)"),
  DURATION(
      Source.VISITS, "sum(epoch_ms(v.session_end) - epoch_ms(v.session_start))::DOUBLE / 1000"),
  PLACED(Source.SALES, "count(DISTINCT v.order_key) FILTER (WHERE NOT v.cancelled)"),
  CANCELLED(Source.SALES, "count(DISTINCT v.order_key) FILTER (WHERE v.cancelled)"),
  LINES(Source.SALES, "count(*) FILTER (WHERE NOT v.cancelled)"),
  PIECES(Source.SALES, "sum(v.quantity) FILTER (WHERE NOT v.cancelled)"),
  GROSS(Source.SALES, "sum(v.gross) FILTER (WHERE NOT v.cancelled)"),
  REFUNDED(Source.SALES, "sum(v.refunded) FILTER (WHERE NOT v.cancelled)"),
  LOGS(Source.LOGS, "count(*)"),
  ERRORS(
      Source.LOGS,
      "count(*) FILTER (WHERE v.\"type\" = 'error' OR v.\"level\" IN ('ERROR', 'FATAL'))");

  /** A table, by the name of its statement. */
  enum Source {
    HITS,
    VISITS,
    SALES,
    LOGS;

    String statement() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Source source;
  private final String sum;

  UnitMeasure(Source source, String sum) {
    this.source = source;
    this.sum = sum;
  }

  Source source() {
    return source;
  }

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** This measure where it is counted, and nothing elsewhere. */
  String countedIn(Source other) {
    return (source == other ? "coalesce(" + sum + ", 0)::DOUBLE" : "0::DOUBLE") + " AS " + column();
  }
}
