package io.vitrine.store.sql;

import io.vitrine.model.Field;
import io.vitrine.model.FieldFilter;
import io.vitrine.model.FieldType;
import io.vitrine.model.Filter;
import io.vitrine.model.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Filters on fields of single events, of the relation {@code events e} joined with {@code products
 * p}. Values are always bound.
 */
final class FieldConditions {

  private final Dialect dialect;

  FieldConditions(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * One condition, never null.
   *
   * @param ofOrder whether the event is an order's, so that the products of its lines count too
   */
  Sql one(FieldFilter filter, boolean ofOrder) {
    boolean product = filter.field() == Field.PRODUCT_ID;
    boolean category = filter.field() == Field.CATEGORY_ID;
    if (category) {
      return withLines(filter, "coalesce(p.category_id, e.\"category_id\")", "category", ofOrder);
    }
    if (product) {
      return withLines(filter, "e.\"product_id\"", "product", ofOrder);
    }
    return condition(filter, "e.\"" + filter.field().wireName() + "\"");
  }

  /** Of an order: whether any of its lines fits; for IS_NOT, whether none is what it says. */
  private Sql withLines(FieldFilter filter, String column, String lines, boolean ofOrder) {
    if (!ofOrder) {
      return condition(filter, column);
    }
    boolean not = filter.op() == Filter.Op.IS_NOT;
    FieldFilter asked =
        not ? new FieldFilter(filter.field(), Filter.Op.IS, filter.values()) : filter;
    String columnOfLines =
        lines.equals("product") ? "n.product_id" : "coalesce(p.category_id, n.category_id)";
    Sql fits =
        Sql.of("coalesce(e.\"order_id\" IN (\n" + Statements.FUNNELS.get("orders_with_lines") + " ")
            .then(condition(asked, columnOfLines))
            .then("), false)");
    return not ? Sql.of("NOT ").then(fits) : fits;
  }

  private Sql condition(FieldFilter filter, String column) {
    return Sql.of("coalesce(").then(compared(filter, column)).then(", false)");
  }

  private Sql compared(FieldFilter filter, String column) {
    return switch (filter.op()) {
      case IS -> in(column, filter);
      case IS_NOT -> Sql.of("(" + column + " IS NULL OR NOT ").then(in(column, filter)).then(")");
      case EXISTS -> Sql.of(column + " IS NOT NULL");
      case CONTAINS -> any(text(filter), dialect.contains(column, "?"));
      case STARTS_WITH -> any(text(filter), dialect.startsWith(column, "?"));
      case GREATER -> any(number(filter), column + " > ?");
      case LESS -> any(number(filter), column + " < ?");
    };
  }

  private static Sql in(String column, FieldFilter filter) {
    String marks = filter.values().stream().map(value -> "?").collect(Collectors.joining(", "));
    return new Sql(column + " IN (" + marks + ")", values(filter));
  }

  private static Sql any(FieldFilter filter, String condition) {
    String text =
        filter.values().stream().map(value -> condition).collect(Collectors.joining(" OR "));
    return new Sql("(" + text + ")", values(filter));
  }

  private static FieldFilter text(FieldFilter filter) {
    if (filter.field().type() != FieldType.TEXT) {
      throw notFor(filter);
    }
    return filter;
  }

  private static FieldFilter number(FieldFilter filter) {
    return switch (filter.field().type()) {
      case INTEGER, DECIMAL, NUMBER -> filter;
      case TEXT, FLAG, INSTANT -> throw notFor(filter);
    };
  }

  private static List<@Nullable Object> values(FieldFilter filter) {
    List<@Nullable Object> values = new ArrayList<>();
    filter.values().forEach(value -> values.add(parsed(filter, value)));
    return values;
  }

  private static Object parsed(FieldFilter filter, String value) {
    try {
      return switch (filter.field().type()) {
        case TEXT -> value;
        case INTEGER -> Long.valueOf(value);
        case DECIMAL, NUMBER -> new BigDecimal(value);
        case FLAG -> flag(value);
        case INSTANT -> throw notFor(filter);
      };
    } catch (NumberFormatException impossible) {
      throw Problem.caller(
          "filter_value",
          "the filter on " + filter.field().wireName() + " does not understand " + value);
    }
  }

  private static Boolean flag(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      case String other -> throw new NumberFormatException(other);
    };
  }

  private static Problem notFor(FieldFilter filter) {
    return Problem.caller(
        "filter_operation", filter.op() + " does not apply to " + filter.field().wireName());
  }
}
