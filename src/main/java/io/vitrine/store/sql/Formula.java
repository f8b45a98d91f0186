package io.vitrine.store.sql;

import io.vitrine.model.Metric;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A metric as SQL over measures.
 *
 * @param measures what it needs
 * @param ratio whether it is absent where nothing stands below the line
 * @param text an expression in which {@code [measure]} stands for each measure's column
 */
record Formula(List<Measure> measures, boolean ratio, String text) {

  static Formula of(Metric metric) {
    return switch (metric) {
      case VISITORS -> count(Measure.VISITORS);
      case NEW_VISITORS -> count(Measure.NEW_VISITORS);
      case SESSIONS -> count(Measure.SESSIONS);
      case EVENTS -> count(Measure.EVENTS);
      case PAGE_VIEWS -> count(Measure.PAGE_VIEWS);
      case VIEWS -> count(Measure.VIEWS);
      case ADD_TO_CARTS -> count(Measure.ADD_TO_CARTS);
      case CHECKOUTS -> count(Measure.CHECKOUTS);
      case VIEW_SESSIONS -> count(Measure.VIEW_SESSIONS);
      case CART_SESSIONS -> count(Measure.CART_SESSIONS);
      case CHECKOUT_SESSIONS -> count(Measure.CHECKOUT_SESSIONS);
      case PURCHASE_SESSIONS -> count(Measure.PURCHASE_SESSIONS);
      case BUYERS -> count(Measure.BUYERS);
      case ORDERS -> count(Measure.ORDERS);
      case ORDER_LINES -> count(Measure.ORDER_LINES);
      case UNITS -> count(Measure.UNITS);
      case GROSS_REVENUE -> count(Measure.GROSS);
      case REFUNDS -> count(Measure.REFUNDED);
      case REVENUE ->
          new Formula(List.of(Measure.GROSS, Measure.REFUNDED), false, "[gross] - [refunded]");
      case CANCELLED_ORDERS -> count(Measure.CANCELLED_ORDERS);
      case AOV -> revenuePer(Measure.ORDERS);
      case CONVERSION_PER_EVENT, VIEW_TO_PURCHASE -> share(Measure.ORDER_LINES, Measure.VIEWS);
      case CONVERSION_PER_SESSION -> share(Measure.PURCHASE_SESSIONS, Measure.SESSIONS);
      case CONVERSION_PER_VISITOR -> share(Measure.BUYERS, Measure.VISITORS);
      case VIEW_TO_CART -> share(Measure.ADD_TO_CARTS, Measure.VIEWS);
      case CART_TO_PURCHASE -> share(Measure.ORDER_LINES, Measure.ADD_TO_CARTS);
      case CART_ABANDONMENT ->
          ratio(
              List.of(Measure.BOUGHT_CARTS, Measure.CART_SESSIONS),
              "1 - CAST([bought_carts] AS DOUBLE) / nullif([cart_sessions], 0)");
      case BOUNCE_RATE -> share(Measure.BOUNCES, Measure.SESSIONS);
      case EVENTS_PER_SESSION -> share(Measure.SESSION_EVENTS, Measure.SESSIONS);
      case SESSION_DURATION ->
          ratio(
              List.of(Measure.DURATION, Measure.SESSIONS),
              "CAST([duration] AS DOUBLE) / 1000 / nullif([sessions], 0)");
      case REVENUE_PER_VISITOR -> revenuePer(Measure.VISITORS);
      case LOGS -> count(Measure.LOGS);
      case ERRORS -> count(Measure.ERRORS);
      case ERROR_RATE -> share(Measure.ERRORS, Measure.LOGS);
    };
  }

  private static Formula count(Measure measure) {
    return new Formula(List.of(measure), false, "[" + measure.column() + "]");
  }

  private static Formula share(Measure above, Measure below) {
    return ratio(
        List.of(above, below),
        "CAST([%s] AS DOUBLE) / nullif([%s], 0)".formatted(above.column(), below.column()));
  }

  private static Formula revenuePer(Measure below) {
    return ratio(
        List.of(Measure.GROSS, Measure.REFUNDED, below),
        "CAST([gross] - [refunded] AS DOUBLE) / nullif([%s], 0)".formatted(below.column()));
  }

  private static Formula ratio(List<Measure> measures, String text) {
    return new Formula(measures, true, text);
  }

  /** The expression with the columns of a table in place of the measures; what is missing is 0. */
  String over(UnaryOperator<String> column) {
    String filled = text;
    for (Measure measure : measures) {
      filled =
          filled.replace(
              "[" + measure.column() + "]", "coalesce(" + column.apply(measure.column()) + ", 0)");
    }
    return filled;
  }
}
