package io.vitrine.store.sql;

import io.vitrine.model.Outcome;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a visitor has of an outcome.
 *
 * @param above above the line, with {@code @} before each measure
 * @param below below it; 1, the visitor, for means
 */
record OutcomeFormula(String above, String below) {

  private static final Pattern MEASURE = Pattern.compile("@([a-z_]+)");

  /** What one visitor has below the line of a mean. */
  private static final String VISITOR = "1";

  static OutcomeFormula of(Outcome outcome) {
    return switch (outcome) {
      case CONVERSION_PER_VISITOR -> mean("least(@placed, 1)");
      case REVENUE_PER_VISITOR -> mean("@gross - @refunded");
      case AOV -> new OutcomeFormula("@gross - @refunded", "@placed");
      case ORDERS -> mean("@placed");
      case ORDER_LINES -> mean("@lines");
      case UNITS -> mean("@pieces");
      case GROSS_REVENUE -> mean("@gross");
      case REFUNDS -> mean("@refunded");
      case CANCELLED_ORDERS -> mean("@cancelled");
      case SESSIONS -> mean("@sessions");
      case EVENTS -> mean("@events");
      case PAGE_VIEWS -> mean("@page_views");
      case VIEWS -> mean("@views");
      case ADD_TO_CARTS -> mean("@add_to_carts");
      case CHECKOUTS -> mean("@checkouts");
      case CONVERSION_PER_SESSION -> new OutcomeFormula("@purchase_sessions", "@sessions");
      case CONVERSION_PER_EVENT, VIEW_TO_PURCHASE -> new OutcomeFormula("@lines", "@views");
      case VIEW_TO_CART -> new OutcomeFormula("@add_to_carts", "@views");
      case CART_TO_PURCHASE -> new OutcomeFormula("@lines", "@add_to_carts");
      case CART_ABANDONMENT -> new OutcomeFormula("@left_carts", "@cart_sessions");
      case BOUNCE_RATE -> new OutcomeFormula("@bounces", "@sessions");
      case EVENTS_PER_SESSION -> new OutcomeFormula("@events", "@sessions");
      case SESSION_DURATION -> new OutcomeFormula("@duration", "@sessions");
      case ERRORS -> mean("@errors");
      case ERROR_RATE -> new OutcomeFormula("@errors", "@logs");
      case RESPONSE_TIME_P95 -> throw new IllegalArgumentException("a quantile is no sum");
    };
  }

  private static OutcomeFormula mean(String above) {
    return new OutcomeFormula(above, VISITOR);
  }

  /** Whether it is a mean: nothing but the visitors stands below the line. */
  boolean isOfVisitors() {
    return below.equals(VISITOR);
  }

  /** The measures that it is made of. */
  Set<UnitMeasure> measures() {
    Set<UnitMeasure> measures = EnumSet.noneOf(UnitMeasure.class);
    MEASURE
        .matcher(above + below)
        .results()
        .forEach(found -> measures.add(measure(found.group(1))));
    return measures;
  }

  private static UnitMeasure measure(String column) {
    return UnitMeasure.valueOf(column.toUpperCase(Locale.ROOT));
  }

  /** The same over columns with a suffix. */
  static String over(String part, String suffix) {
    return MEASURE.matcher(part).replaceAll("$1" + suffix);
  }
}
