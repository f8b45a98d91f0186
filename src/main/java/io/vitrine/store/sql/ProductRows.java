package io.vitrine.store.sql;

import io.vitrine.model.Answer;
import io.vitrine.model.Answer.Column;
import io.vitrine.model.Answer.Role;
import io.vitrine.model.Filter;
import io.vitrine.model.PriceBands;
import io.vitrine.model.Problem;
import io.vitrine.model.Products;
import io.vitrine.model.Span;
import io.vitrine.model.Unit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened to products, one by one or by the band of their price. */
final class ProductRows {

  private static final Statements TEXTS = Statements.read("products.sql");

  private static final List<Column> COLUMNS =
      List.of(
          text("product"),
          text(Columns.PRODUCT_NAME),
          text("category"),
          figure("views", Unit.COUNT),
          figure("viewers", Unit.COUNT),
          figure("add_to_carts", Unit.COUNT),
          figure("order_lines", Unit.COUNT),
          figure("units", Unit.COUNT),
          figure("revenue", Unit.MONEY),
          figure("refunds", Unit.MONEY),
          figure("price", Unit.MONEY),
          figure("buyers", Unit.COUNT),
          figure("conversion", Unit.RATIO),
          figure("conversion_low", Unit.RATIO),
          figure("conversion_high", Unit.RATIO),
          figure("shop_conversion", Unit.RATIO),
          figure("adjusted_p_value", Unit.RATIO));

  private static final List<Column> PREVIOUS =
      List.of(
          figure("views_previous", Role.COMPARISON, Unit.COUNT),
          figure("order_lines_previous", Role.COMPARISON, Unit.COUNT),
          figure("revenue_previous", Role.COMPARISON, Unit.MONEY),
          figure("conversion_previous", Role.COMPARISON, Unit.RATIO));

  private static final List<Column> BANDS =
      List.of(
          new Column("price_from", Answer.Type.DECIMAL, Role.DIMENSION, Unit.MONEY),
          new Column("price_to", Answer.Type.DECIMAL, Role.DIMENSION, Unit.MONEY),
          figure("products", Unit.COUNT),
          figure("views", Unit.COUNT),
          figure("viewers", Unit.COUNT),
          figure("buyers", Unit.COUNT),
          figure("order_lines", Unit.COUNT),
          figure("units", Unit.COUNT),
          figure("revenue", Unit.MONEY),
          figure("conversion", Unit.RATIO));

  private final ZoneId zone;
  private final Dialect dialect;

  ProductRows(ZoneId zone, Dialect dialect) {
    this.zone = zone;
    this.dialect = dialect;
  }

  private static Column text(String name) {
    return new Column(name, Answer.Type.TEXT, Role.DIMENSION, null);
  }

  private static Column figure(String name, Unit unit) {
    return figure(name, Role.METRIC, unit);
  }

  private static Column figure(String name, Role role, Unit unit) {
    return new Column(
        name, unit == Unit.COUNT ? Answer.Type.INTEGER : Answer.Type.DECIMAL, role, unit);
  }

  static List<Column> columns(boolean compared) {
    List<Column> columns = new ArrayList<>(COLUMNS);
    if (compared) {
      columns.addAll(PREVIOUS);
    }
    return columns;
  }

  static List<Column> bands() {
    return BANDS;
  }

  Sql rows(Products question, @Nullable Span comparedWith) {
    Sql figures = figures("now", question.period(), question.filters());
    if (comparedWith != null) {
      figures = figures.then(",\n").then(figures("before", comparedWith, question.filters()));
    }
    Map<String, Sql> pieces = new HashMap<>();
    pieces.put("previous", Sql.of(comparedWith == null ? "" : TEXTS.get("previous")));
    pieces.put(
        "joined",
        Sql.of(
            comparedWith == null
                ? ""
                : "\nLEFT JOIN figures_before b ON b.product_id = n.product_id"));
    pieces.put("group", Sql.of(group(question.group())));
    pieces.put("search", search(question.search()));
    pieces.put("order", Sql.of(order(question, comparedWith != null)));
    pieces.put("limit", Sql.of("?", (long) question.limit()));
    pieces.put("offset", Sql.of("?", question.offset()));
    return Sql.of("WITH ")
        .then(figures)
        .then(",\n")
        .then(new Template(TEXTS.get("rows")).filled(pieces));
  }

  Sql bands(PriceBands question) {
    return Sql.of("WITH ")
        .then(figures("now", question.period(), question.filters()))
        .then(",\n" + TEXTS.get("price_bands"));
  }

  private Sql figures(String time, Span span, List<Filter> filters) {
    When when = wholeHours(span, zone);
    return new Template(TEXTS.get("figures"))
        .filled(
            Map.of(
                "time", Sql.of(time),
                "goods", Sql.of(Facts.GOODS.relation(Conditions.used(filters))),
                "goods_where",
                    new Conditions(dialect).where("products", Facts.GOODS, when, filters),
                "sales", Sql.of(Facts.SALES.relation(Conditions.used(filters))),
                "sales_where",
                    new Conditions(dialect).where("products", Facts.SALES, when, filters)));
  }

  /** The time of a question whose tables know hours. */
  static When wholeHours(Span span, ZoneId zone) {
    When when = new When(span, null, zone, false);
    if (when.isFine()) {
      throw Problem.caller(
          "period_of_whole_hours", "products are counted over whole days or whole hours");
    }
    return when;
  }

  private static String group(Products.Group group) {
    return switch (group) {
      case ALL -> "true";
      case SOLD -> "n.order_lines > 0";
      case NOT_SOLD -> "n.order_lines = 0";
      case NOT_CARTED -> "n.views > 0 AND n.add_to_carts = 0";
      case UNDER_PERFORMING -> "n.adjusted_p_value <= 0.05";
    };
  }

  private Sql search(String part) {
    if (part.isBlank()) {
      return Sql.of("true");
    }
    String found =
        dialect.contains("n.product_id", "?")
            + " OR "
            + dialect.contains("coalesce(n.product_name, '')", "?");
    return Sql.of("(" + found + ")", part.strip(), part.strip());
  }

  private static String order(Products question, boolean compared) {
    String column = question.sort().column();
    if (columns(compared).stream().noneMatch(known -> known.name().equals(column))) {
      throw Problem.caller(
          "sort_column",
          columns(compared).stream()
              .map(Column::name)
              .collect(
                  Collectors.joining(
                      ", ", "products are not sorted by " + column + "; they are by one of ", "")));
    }
    String direction = question.sort().descending() ? "DESC" : "ASC";
    return "\"" + column + "\" " + direction + " NULLS LAST, product";
  }
}
