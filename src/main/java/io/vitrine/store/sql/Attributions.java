package io.vitrine.store.sql;

import io.vitrine.model.Answer;
import io.vitrine.model.Answer.Column;
import io.vitrine.model.Answer.Role;
import io.vitrine.model.Attribution;
import io.vitrine.model.Dimension;
import io.vitrine.model.Filter;
import io.vitrine.model.NoOrigins;
import io.vitrine.model.Problem;
import io.vitrine.model.Span;
import io.vitrine.model.Unit;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Attribution in SQL. Nothing is lost in rounding: the shares of an order are differences of
 * running sums that end with the whole, and so are the figures of the rows.
 */
final class Attributions {

  private static final Statements TEXTS = Statements.read("attribution.sql");
  private static final List<String> MOMENTS =
      List.of("s.session_start", "o.placed_at", "placed_at", "session_start");

  /** Shown of an order that is shared. */
  private static final int ORDER_DIGITS = 4;

  private final ZoneId zone;
  private final Dialect dialect;
  private final NoOrigins noOrigins;
  private final int digits;

  /**
   * Attribution of a shop.
   *
   * @param digits of amounts in the reporting currency after the point
   */
  Attributions(ZoneId zone, Dialect dialect, NoOrigins noOrigins, int digits) {
    this.zone = zone;
    this.dialect = dialect;
    this.noOrigins = noOrigins;
    this.digits = digits;
  }

  Asked ask(Attribution question, @Nullable Span comparedWith, Map<String, Sql> notes) {
    List<Column> columns = columns(question.by(), comparedWith != null);
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

  private Sql sql(Attribution question, @Nullable Span comparedWith) {
    List<String> columns = new ArrayList<>(List.of("n.key"));
    columns.addAll(shown("n", ""));
    Sql from = Sql.of("\nFROM (\n").then(credited(question, question.period())).then("\n) n");
    if (comparedWith != null) {
      columns.addAll(shown("b", "_previous"));
      from =
          from.then("\nLEFT JOIN (\n")
              .then(credited(question, comparedWith))
              .then("\n) b ON b.key IS NOT DISTINCT FROM n.key");
    }
    return Sql.of("SELECT " + String.join(",\n  ", columns))
        .then(from)
        .then("\nORDER BY n.orders_last_non_direct DESC, n.key ASC NULLS LAST");
  }

  private static List<String> shown(String table, String suffix) {
    return figures().stream()
        .map(figure -> "coalesce(%s.%s, 0) AS %s".formatted(table, figure, figure + suffix))
        .toList();
  }

  private static List<String> figures() {
    List<String> figures = new ArrayList<>();
    for (Attribution.Model model : Attribution.Model.values()) {
      figures.add("orders_" + model.wireName());
      figures.add("revenue_" + model.wireName());
    }
    return figures;
  }

  /** One row per value of the dimension with what each model credits to it. */
  private Sql credited(Attribution question, Span span) {
    return Sql.of("WITH sold AS (\n")
        .then(sold(question, span))
        .then("\n),\n")
        .then(touches(question))
        .then(",\nparts AS (\n" + parts() + "\n),\nsums AS (\n" + sums() + "\n)\n" + rounded());
  }

  private Sql sold(Attribution question, Span span) {
    Set<Dimension> used = EnumSet.noneOf(Dimension.class);
    question.filters().stream().map(Filter::field).forEach(used::add);
    for (Dimension dimension : used) {
      if (!Facts.SALES.has(dimension)) {
        throw Problem.caller(
            "attribution_filter", "orders cannot be filtered by " + dimension.wireName());
      }
    }
    When when = new When(span, null, zone, false);
    List<Sql> conditions = new ArrayList<>(List.of(when.rows(Facts.SALES)));
    conditions.addAll(new Conditions(dialect).all(question.filters(), Facts.SALES));
    String text =
        TEXTS
            .get("sold")
            .replace("[key]", column(question.by()))
            .replace("[relation]", Facts.SALES.relation(used));
    return Sql.of(text).filled("[conditions]", Sql.join(" AND ", conditions));
  }

  private Sql touches(Attribution question) {
    String text =
        TEXTS
            .get("touches")
            .replace("[users]", Statements.read("people.sql").get("users"))
            .replace("s.[key]", "s." + column(question.by()));
    for (String moment : MOMENTS) {
      text = text.replace("[millis " + moment + "]", dialect.millis(moment));
    }
    long window = Duration.ofDays(question.lookBack()).toMillis();
    return Sql.of(text)
        .filled("[window]", Sql.of("CAST(? AS BIGINT)", window))
        .filled("[hosts]", hosts());
  }

  private Sql hosts() {
    if (noOrigins.hosts().isEmpty()) {
      return Sql.of("(CAST(NULL AS VARCHAR))");
    }
    String marks = noOrigins.hosts().stream().map(host -> "(?)").collect(Collectors.joining(", "));
    return new Sql(marks, new ArrayList<>(noOrigins.hosts()));
  }

  private static String column(Dimension by) {
    return "\"" + by.wireName() + "\"";
  }

  /** What each touch adds to what is credited of its order. */
  private static String parts() {
    List<String> columns = new ArrayList<>(List.of("s.key"));
    for (Attribution.Model model : Attribution.Model.values()) {
      String share = "s." + model.wireName();
      String before = "coalesce(lag(" + share + ") OVER w, 0)";
      columns.add(
          "CAST(round(%s, 6) AS DECIMAL(18, 6)) - CAST(round(%s, 6) AS DECIMAL(18, 6)) AS orders_%s"
              .formatted(share, before, model.wireName()));
      columns.add("%s - %s AS revenue_%s".formatted(part(share), part(before), model.wireName()));
    }
    return "SELECT "
        + String.join(",\n  ", columns)
        + "\nFROM shared s\nJOIN sold d ON d.order_key = s.order_key"
        + "\nWINDOW w AS (PARTITION BY s.order_key ORDER BY s.i)";
  }

  private static String part(String share) {
    return ("CASE WHEN %1$s = 1 THEN CAST(d.revenue AS DECIMAL(38, 4))"
            + " ELSE CAST(round(CAST(d.revenue AS DOUBLE) * %1$s, 4) AS DECIMAL(38, 4)) END")
        .formatted(share);
  }

  private static String sums() {
    return figures().stream()
        .map(figure -> "sum(" + figure + ") AS " + figure)
        .collect(Collectors.joining(",\n  ", "SELECT key,\n  ", "\nFROM parts\nGROUP BY key"));
  }

  /** Figures as they are shown, in steps of running sums, so that they sum up to the whole. */
  private String rounded() {
    return figures().stream()
        .map(this::rounded)
        .collect(
            Collectors.joining(
                ",\n  ",
                "SELECT key,\n  ",
                "\nFROM sums\nWINDOW w AS (ORDER BY key NULLS LAST ROWS UNBOUNDED PRECEDING),"
                    + "\n  b AS (ORDER BY key NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1"
                    + " PRECEDING)"));
  }

  private String rounded(String figure) {
    int kept = figure.startsWith("orders_") ? ORDER_DIGITS : digits;
    return "round(sum(%1$s) OVER w, %2$d) - coalesce(round(sum(%1$s) OVER b, %2$d), 0) AS %1$s"
        .formatted(figure, kept);
  }

  private static List<Column> columns(Dimension by, boolean compared) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(by.wireName(), Answer.Type.TEXT, Role.DIMENSION, null));
    add(columns, "", Role.METRIC);
    if (compared) {
      add(columns, "_previous", Role.COMPARISON);
    }
    return columns;
  }

  private static void add(List<Column> columns, String suffix, Role role) {
    for (String figure : figures()) {
      Unit unit = figure.startsWith("orders_") ? Unit.MEAN : Unit.MONEY;
      columns.add(new Column(figure + suffix, Answer.Type.DECIMAL, role, unit));
    }
  }
}
