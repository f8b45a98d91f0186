package io.vitrine.store.sql;

import io.vitrine.model.Answer;
import io.vitrine.model.Answer.Column;
import io.vitrine.model.Answer.Role;
import io.vitrine.model.CartList;
import io.vitrine.model.CartRules;
import io.vitrine.model.Carts;
import io.vitrine.model.Dimension;
import io.vitrine.model.Filter;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Question;
import io.vitrine.model.Span;
import io.vitrine.model.Unit;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carts in SQL: all that ever were, put together from their events and the ledger. */
final class CartQuestions {

  private static final Statements TEXTS = Statements.read("carts.sql");
  private static final String PREVIOUS = "_previous";
  private static final List<String> MOMENTS =
      List.of("moment", "moment_before", "n.now", "w.touched_at");
  private static final Map<String, Unit> FIGURES = figures();

  private final ZoneId zone;
  private final Dialect dialect;
  private final CartRules rules;

  CartQuestions(ZoneId zone, Dialect dialect, CartRules rules) {
    this.zone = zone;
    this.dialect = dialect;
    this.rules = rules;
  }

  private static Map<String, Unit> figures() {
    Map<String, Unit> figures = new LinkedHashMap<>();
    for (String count : List.of("carts", "open", "bought", "recovered", "abandoned", "emptied")) {
      figures.put(count, Unit.COUNT);
    }
    figures.put("abandonment", Unit.RATIO);
    figures.put("recovery", Unit.RATIO);
    figures.put("lost_value", Unit.MONEY);
    figures.put("unpriced", Unit.COUNT);
    figures.put("recovered_revenue", Unit.MONEY);
    figures.put("bought_revenue", Unit.MONEY);
    figures.put("open_value", Unit.MONEY);
    return figures;
  }

  Asked ask(Carts question, @Nullable Span comparedWith) {
    Dimension by = question.by();
    if (by != null) {
      known(by);
    }
    List<Column> columns = columns(by, comparedWith != null);
    return asked(sql(question, comparedWith), columns, comparedWith, null);
  }

  Asked ask(CartList question) {
    Sql chosen = chosen(question, question.period());
    Sql named = chosen(question, question.period(), "\n" + TEXTS.get("begun_by"));
    Sql state = Sql.of("\n  AND c.state = ?", question.state().name().toLowerCase(Locale.ROOT));
    Sql page =
        carts(question.period(), null)
            .then(TEXTS.get("listed") + "\n")
            .then(named)
            .then(state)
            .then(
                Sql.of(
                    "\nORDER BY c.value DESC NULLS LAST, c.began, c.person\nLIMIT ? OFFSET ?",
                    (long) question.limit(),
                    question.offset()));
    Sql total = carts(question.period(), null).then("SELECT count(*)\n").then(chosen).then(state);
    return asked(page, listColumns(), null, total);
  }

  private static Asked asked(
      Sql sql, List<Column> columns, @Nullable Span comparedWith, @Nullable Sql total) {
    return new Asked(
        sql,
        null,
        columns,
        Collections.nCopies(columns.size(), false),
        null,
        comparedWith,
        false,
        false,
        true,
        total,
        Map.of());
  }

  private Sql sql(Carts question, @Nullable Span comparedWith) {
    Sql now = counted(question, question.period());
    if (comparedWith == null) {
      return carts(question.period(), null)
          .then(now)
          .then(question.by() == null ? "" : "\nORDER BY carts DESC, key");
    }
    List<String> columns = new ArrayList<>();
    if (question.by() != null) {
      columns.add("n.key");
    }
    FIGURES.keySet().forEach(figure -> columns.add("n." + figure));
    FIGURES.forEach((figure, unit) -> columns.add(before(figure, unit)));
    boolean keyed = question.by() != null;
    return carts(question.period(), comparedWith)
        .then("SELECT " + String.join(",\n  ", columns) + "\nFROM (\n")
        .then(now)
        .then("\n) n\nLEFT JOIN (\n")
        .then(counted(question, comparedWith))
        .then("\n) b ON " + (keyed ? "b.key IS NOT DISTINCT FROM n.key" : "true"))
        .then(keyed ? "\nORDER BY carts DESC, key" : "");
  }

  /** What had no carts then had none, and no rates. */
  private static String before(String figure, Unit unit) {
    String column = unit == Unit.RATIO ? "b." + figure : "coalesce(b." + figure + ", 0)";
    return column + " AS " + figure + PREVIOUS;
  }

  private Sql counted(Carts question, Span span) {
    Dimension by = question.by();
    String key = by == null ? "" : Facts.VISITS.column(by, dialect) + " AS key,\n  ";
    return Sql.of("SELECT " + key + TEXTS.get("counted") + "\n")
        .then(chosen(question, span))
        .then(by == null ? "" : "\nGROUP BY key");
  }

  private Sql chosen(Question question, Span span) {
    return chosen(question, span, "");
  }

  private Sql chosen(Question question, Span span, String joined) {
    question.filters().stream().map(Filter::field).forEach(CartQuestions::known);
    List<Sql> conditions = new ArrayList<>(List.of(began(span)));
    conditions.addAll(new Conditions(dialect).all(question.filters(), Facts.VISITS));
    return Sql.of(TEXTS.get("begun") + joined + "\nWHERE ").then(Sql.join("\n  AND ", conditions));
  }

  private Sql began(Span span) {
    When when = new When(span, null, zone, false);
    return span instanceof Period
        ? when.rows(Facts.VISITS)
        : Sql.of("c.began >= ? AND c.began < ?", when.start(), when.end());
  }

  private static void known(Dimension dimension) {
    if (!Facts.VISITS.has(dimension)) {
      throw Problem.caller(
          "carts_dimension", "carts are not told apart by " + dimension.wireName());
    }
  }

  private Sql within(String moment, Span span) {
    When when = new When(span, null, zone, false);
    return Sql.of(
        "%1$s >= CAST(? AS TIMESTAMP_MS) AND %1$s < CAST(? AS TIMESTAMP_MS)".formatted(moment),
        when.start(),
        when.end());
  }

  /** Of who put something in during one of the two times. */
  private Sql carts(Span span, @Nullable Span comparedWith) {
    String text = TEXTS.get("carts").replace("[users]", Statements.read("people.sql").get("users"));
    for (String moment : MOMENTS) {
      text = text.replace("[millis " + moment + "]", dialect.millis(moment));
    }
    List<Sql> asked = new ArrayList<>(List.of(within("moment", span)));
    if (comparedWith != null) {
      asked.add(within("moment", comparedWith));
    }
    return Sql.of(text + "\n")
        .filled("[asked]", Sql.of("kind = 0 AND (").then(Sql.join(" OR ", asked)).then(")"))
        .filled("[life]", millis(rules.life()))
        .filled("[idle]", millis(rules.idle()))
        .filled("[idle]", millis(rules.idle()));
  }

  private static Sql millis(Duration duration) {
    return Sql.of("CAST(? AS BIGINT)", duration.toMillis());
  }

  private static List<Column> columns(@Nullable Dimension by, boolean compared) {
    List<Column> columns = new ArrayList<>();
    if (by != null) {
      columns.add(new Column(by.wireName(), Columns.type(by), Role.DIMENSION, null));
    }
    FIGURES.forEach((figure, unit) -> columns.add(column(figure, unit, Role.METRIC)));
    if (compared) {
      FIGURES.forEach(
          (figure, unit) -> columns.add(column(figure + PREVIOUS, unit, Role.COMPARISON)));
    }
    return columns;
  }

  private static Column column(String name, Unit unit, Role role) {
    Answer.Type type = unit == Unit.COUNT ? Answer.Type.INTEGER : Answer.Type.DECIMAL;
    return new Column(name, type, role, unit);
  }

  private static List<Column> listColumns() {
    return List.of(
        new Column("began", Answer.Type.TIMESTAMP, Role.DIMENSION, null),
        new Column("touched_at", Answer.Type.TIMESTAMP, Role.DIMENSION, null),
        new Column("state", Answer.Type.TEXT, Role.DIMENSION, null),
        new Column("visitor_id", Answer.Type.TEXT, Role.DIMENSION, null),
        new Column("user_id", Answer.Type.TEXT, Role.DIMENSION, null),
        column("pieces", Unit.COUNT, Role.METRIC),
        column("products", Unit.COUNT, Role.METRIC),
        column("value", Unit.MONEY, Role.METRIC),
        new Column("unpriced", Answer.Type.BOOLEAN, Role.DIMENSION, null),
        new Column("channel", Answer.Type.TEXT, Role.DIMENSION, null),
        new Column("device", Answer.Type.TEXT, Role.DIMENSION, null),
        new Column("country", Answer.Type.TEXT, Role.DIMENSION, null));
  }
}
