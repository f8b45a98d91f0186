package io.vitrine.store.sql;

import io.vitrine.model.Answer;
import io.vitrine.model.Answer.Column;
import io.vitrine.model.Answer.Role;
import io.vitrine.model.Association;
import io.vitrine.model.Dimension;
import io.vitrine.model.Unit;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands together in orders or sessions. */
final class AssociationRows {

  private static final Statements TEXTS = Statements.read("association.sql");

  private static final List<Column> COLUMNS =
      List.of(
          text("one"),
          text("one_name"),
          text("other"),
          text("other_name"),
          count("baskets"),
          count("baskets_one"),
          count("baskets_other"),
          count("together"),
          ratio("support", Unit.RATIO),
          ratio("confidence", Unit.RATIO),
          ratio("confidence_back", Unit.RATIO),
          ratio("lift", Unit.MEAN),
          ratio("p_value", Unit.RATIO),
          ratio("adjusted_p_value", Unit.RATIO),
          count("tested"));

  private final ZoneId zone;
  private final Dialect dialect;

  AssociationRows(ZoneId zone, Dialect dialect) {
    this.zone = zone;
    this.dialect = dialect;
  }

  private static Column text(String name) {
    return new Column(name, Answer.Type.TEXT, Role.DIMENSION, null);
  }

  private static Column count(String name) {
    return new Column(name, Answer.Type.INTEGER, Role.METRIC, Unit.COUNT);
  }

  private static Column ratio(String name, Unit unit) {
    return new Column(name, Answer.Type.DECIMAL, Role.METRIC, unit);
  }

  static List<Column> columns() {
    return COLUMNS;
  }

  Sql rows(Association question) {
    boolean products = question.by() == Dimension.PRODUCT;
    Map<String, Sql> pieces = new HashMap<>();
    pieces.put("baskets", baskets(question));
    pieces.put("minimum", Sql.of("?", (long) question.minimum()));
    pieces.put("one_name", Sql.of(products ? "p1.product_name" : "CAST(NULL AS VARCHAR)"));
    pieces.put("other_name", Sql.of(products ? "p2.product_name" : "CAST(NULL AS VARCHAR)"));
    pieces.put("named", Sql.of(products ? "\n" + TEXTS.get("named") : ""));
    pieces.put("limit", Sql.of("?", (long) question.limit()));
    pieces.put("side", side(question));
    pieces.put(
        "tested",
        Sql.of(question.with() == null ? "count(*) * (count(*) - 1) / 2" : "count(*) - 1"));
    return new Template(TEXTS.get("rows")).filled(pieces);
  }

  /** Each pair once; or, of one thing, that thing first. */
  private static Sql side(Association question) {
    return question.with() == null
        ? Sql.of("b.number > a.number")
        : Sql.of(
            "b.number <> a.number AND a.number = (SELECT number FROM things WHERE item = ?)",
            question.with());
  }

  private Sql baskets(Association question) {
    When when = ProductRows.wholeHours(question.period(), zone);
    Facts facts =
        switch (question.basket()) {
          case ORDER -> Facts.SALES;
          case SESSION -> Facts.GOODS;
        };
    Set<Dimension> used = Conditions.used(question.filters());
    used.add(question.by());
    Sql relation = Sql.of(facts.relation(used));
    Sql where = new Conditions(dialect).where("products", facts, when, question.filters());
    return new Template(TEXTS.get(facts == Facts.SALES ? "orders" : "sessions"))
        .filled(
            Map.of(
                "item", Sql.of(facts.column(question.by(), dialect)),
                "sales", relation,
                "goods", relation,
                "sales_where", where,
                "goods_where", where));
  }
}
