package io.vitrine.store.sql;

import io.vitrine.model.Answer;
import io.vitrine.model.Answer.Column;
import io.vitrine.model.Answer.Role;
import io.vitrine.model.Dimension;
import io.vitrine.model.Distribution;
import io.vitrine.model.Filter;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Quantity;
import io.vitrine.model.Span;
import io.vitrine.model.Unit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Distributions in SQL: the figures of all orders or sessions, their percentiles and classes. */
final class Distributions {

  private static final Statements TEXTS = Statements.read("distribution.sql");
  private static final List<String> FIGURES =
      List.of("n", "mean", "minimum", "p10", "p25", "p50", "p75", "p90", "p95", "p99", "maximum");
  private static final String PREVIOUS = "_previous";

  private final ZoneId zone;
  private final Dialect dialect;

  Distributions(ZoneId zone, Dialect dialect) {
    this.zone = zone;
    this.dialect = dialect;
  }

  Asked ask(Distribution question, @Nullable Span comparedWith, Map<String, Sql> notes) {
    List<Column> columns = columns(question.quantity(), comparedWith != null);
    return new Asked(
        sql(question, comparedWith),
        null,
        columns,
        Collections.nCopies(columns.size(), false),
        null,
        comparedWith,
        false,
        false,
        true,
        null,
        notes);
  }

  private Sql sql(Distribution question, @Nullable Span comparedWith) {
    Sql with =
        Sql.of("WITH now AS MATERIALIZED (\n")
            .then(figures(question, question.period()))
            .then("\n),\nfigures AS (\n" + from("figures", "now"))
            .then("\n),\nbounds AS (\n" + text("bounds_" + question.quantity().wireName()))
            .then("\n),\nplaced AS (\n" + from("placed", "now") + "\n)");
    if (comparedWith == null) {
      return with.then(classes("placed", "")).then(rows(false));
    }
    return with.then(",\nbefore AS MATERIALIZED (\n")
        .then(figures(question, comparedWith))
        .then("\n),\nfigures_before AS (\n" + from("figures", "before"))
        .then("\n),\nplaced_before AS (\n" + from("placed", "before") + "\n)")
        .then(classes("(FROM placed UNION ALL FROM placed_before)", ""))
        .then(rows(true));
  }

  private static String classes(String placed, String end) {
    return ",\nclasses AS (\n" + text("classes").replace("[placed]", placed) + end + "\n)\n";
  }

  private static String rows(boolean compared) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "b.bounds[c.class] AS low",
                "b.bounds[c.class + 1] AS high",
                "coalesce(p.held, 0) AS count"));
    FIGURES.forEach(figure -> columns.add("f." + figure));
    if (compared) {
      columns.add("coalesce(o.held, 0) AS count_previous");
      FIGURES.forEach(figure -> columns.add("g." + figure + " AS " + figure + PREVIOUS));
    }
    return "SELECT "
        + String.join(",\n  ", columns)
        + "\nFROM classes c\nCROSS JOIN bounds b\nCROSS JOIN figures f"
        + (compared ? "\nCROSS JOIN figures_before g" : "")
        + "\nLEFT JOIN placed p ON p.class = c.class"
        + (compared ? "\nLEFT JOIN placed_before o ON o.class = c.class" : "")
        + "\nORDER BY c.class";
  }

  private static String text(String name) {
    return TEXTS.get(name);
  }

  private static String from(String name, String table) {
    return text(name).replace("[from]", table);
  }

  /** One figure per order or session of a time. */
  private Sql figures(Distribution question, Span span) {
    Facts facts = facts(question.quantity());
    Set<Dimension> used = used(question, facts);
    String text = text(question.quantity().wireName()).replace("[relation]", facts.relation(used));
    List<Sql> conditions = new ArrayList<>(List.of(rows(span, facts)));
    conditions.addAll(new Conditions(dialect).all(question.filters(), facts));
    return Sql.of(timed(text)).filled("[conditions]", Sql.join(" AND ", conditions));
  }

  private String timed(String text) {
    String timed = text;
    for (String column :
        List.of("f.session_end", "f.session_start", "o.placed_at", "o.previous_at", "v.first_at")) {
      timed = timed.replace("[millis " + column + "]", dialect.millis(column));
    }
    return timed;
  }

  /** Sessions are those that start within the time, to the instant. */
  private Sql rows(Span span, Facts facts) {
    When when = new When(span, null, zone, false);
    if (span instanceof Period || facts == Facts.SALES) {
      return when.rows(facts);
    }
    return Sql.of("f.session_start >= ? AND f.session_start < ?", when.start(), when.end());
  }

  private static Facts facts(Quantity quantity) {
    return quantity.isOfOrders() ? Facts.SALES : Facts.VISITS;
  }

  private static Set<Dimension> used(Distribution question, Facts facts) {
    Set<Dimension> used = EnumSet.noneOf(Dimension.class);
    for (Filter filter : question.filters()) {
      if (!facts.has(filter.field())) {
        throw Problem.caller(
            "distribution_dimension",
            question.quantity().wireName() + " cannot be filtered by " + filter.field().wireName());
      }
      used.add(filter.field());
    }
    return used;
  }

  private static List<Column> columns(Quantity quantity, boolean compared) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("low", Answer.Type.DECIMAL, Role.DIMENSION, quantity.unit()));
    columns.add(new Column("high", Answer.Type.DECIMAL, Role.DIMENSION, quantity.unit()));
    add(columns, quantity, "", Role.METRIC);
    if (compared) {
      add(columns, quantity, PREVIOUS, Role.COMPARISON);
    }
    return columns;
  }

  private static void add(List<Column> columns, Quantity quantity, String suffix, Role role) {
    columns.add(new Column("count" + suffix, Answer.Type.INTEGER, role, Unit.COUNT));
    for (String figure : FIGURES) {
      boolean count = figure.equals("n");
      columns.add(
          new Column(
              figure + suffix,
              count ? Answer.Type.INTEGER : Answer.Type.DECIMAL,
              role,
              count ? Unit.COUNT : quantity.unit()));
    }
  }
}
