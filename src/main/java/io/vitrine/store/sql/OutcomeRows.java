package io.vitrine.store.sql;

import io.vitrine.model.Answer;
import io.vitrine.model.Answer.Column;
import io.vitrine.model.Answer.Role;
import io.vitrine.model.Dimension;
import io.vitrine.model.Outcome;
import io.vitrine.model.Outcomes;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@link Outcomes} as SQL: who was exposed, what each of them did before and after, the figures
 * that follow for each outcome, and their sums. Only the tables that an outcome needs are read.
 */
final class OutcomeRows {

  private static final Statements TEXTS = Statements.read("outcomes.sql");
  private static final String CONDITIONS = "[conditions]";
  private static final String NOW = "";
  private static final String EARLIER = "_previous";
  private static final String BEFORE = "_before";

  private final Dialect dialect;

  OutcomeRows(Dialect dialect) {
    this.dialect = dialect;
  }

  Asked ask(Outcomes question) {
    List<Outcome> sums =
        question.outcomes().stream()
            .filter(outcome -> outcome.kind() != Outcome.Kind.QUANTILE)
            .toList();
    boolean quantile = sums.size() < question.outcomes().size();
    if (quantile && isByDay(question)) {
      throw Problem.caller("outcomes_quantile_by_day", "a quantile is not cumulated by day");
    }
    List<Sql> tables = new ArrayList<>(List.of(exposed(question), placed(question)));
    List<Sql> parts = new ArrayList<>();
    if (!sums.isEmpty()) {
      tables.addAll(sums(question, sums));
      parts.add(Sql.of(TEXTS.get(isByDay(question) ? "part_by_day" : "part")));
    }
    if (quantile) {
      tables.add(Sql.of(TEXTS.get("waits"), question.period().from(), question.period().to()));
      parts.add(Sql.of(TEXTS.get("part_of_waits")));
    }
    Sql answer =
        new Template(TEXTS.get("answer"))
            .filled(Map.of("key", key(question), "parts", Sql.join("\nUNION ALL\n", parts)));
    List<Column> columns = columns(question);
    return new Asked(
        Sql.of("WITH ").then(Sql.join(",\n", tables)).then("\n").then(answer),
        null,
        columns,
        Collections.nCopies(columns.size(), false),
        null,
        null,
        false,
        true,
        true,
        null,
        Map.of());
  }

  private static boolean isByDay(Outcomes question) {
    return question.by() == Dimension.DAY;
  }

  private static Sql key(Outcomes question) {
    return question.by() == null
        ? Sql.of("")
        : Sql.of("segment AS \"" + question.by().wireName() + "\", ");
  }

  private Sql exposed(Outcomes question) {
    Sql conditions = Sql.join(" AND ", new Conditions(dialect).ofEvents(question.filters()));
    Period period = question.period();
    if (question.experiment() == null) {
      return around(TEXTS.get("everybody"), conditions, period.from(), period.to());
    }
    String text =
        TEXTS.get("exposed").replace("[crossed]", question.crossed() ? "" : TEXTS.get("uncrossed"));
    return around(text, conditions, period.from(), period.to(), question.experiment());
  }

  private static Sql around(String text, Sql conditions, Object... values) {
    int gap = text.indexOf(CONDITIONS);
    return Sql.of(text.substring(0, gap), values)
        .then(conditions)
        .then(text.substring(gap + CONDITIONS.length()));
  }

  private static Sql placed(Outcomes question) {
    return switch (question.by()) {
      case null -> Sql.of(TEXTS.get("placed"));
      case DAY -> Sql.of(TEXTS.get("placed"));
      case VISITOR_KIND -> placedBy("CASE WHEN s.new_visitor THEN 'new' ELSE 'returning' END");
      case Dimension other -> placedBy("s.\"" + other.wireName() + "\"");
    };
  }

  private static Sql placedBy(String segment) {
    return Sql.of(TEXTS.get("placed_by").replace("[segment]", segment));
  }

  private static List<Sql> sums(Outcomes question, List<Outcome> outcomes) {
    Set<UnitMeasure> measures = EnumSet.noneOf(UnitMeasure.class);
    outcomes.forEach(outcome -> measures.addAll(OutcomeFormula.of(outcome).measures()));
    return List.of(
        moves(question, measures),
        Sql.of(states(isByDay(question) ? "states_by_day" : "states", measures)),
        new Template(TEXTS.get("figures"))
            .filled(
                Map.of(
                    "figures", Sql.of(figures(question, outcomes)),
                    "cap", Sql.of("?", question.cap()))));
  }

  private static Sql moves(Outcomes question, Set<UnitMeasure> measures) {
    List<Sql> sources =
        Arrays.stream(UnitMeasure.Source.values())
            .filter(source -> measures.stream().anyMatch(one -> one.source() == source))
            .map(source -> moves(question, measures, source))
            .toList();
    return Sql.of("moves AS (\n").then(Sql.join("\nUNION ALL\n", sources)).then("\n)");
  }

  private static Sql moves(
      Outcomes question, Set<UnitMeasure> measures, UnitMeasure.Source source) {
    String text =
        TEXTS
            .get(source.statement())
            .replace("[measures]", listed(measures, one -> one.countedIn(source)));
    long before = question.daysBefore();
    return Sql.of(text, question.period().from(), before, question.period().to(), before);
  }

  private static String states(String name, Set<UnitMeasure> measures) {
    boolean byDay = name.equals("states_by_day");
    return TEXTS
        .get(name)
        .replace("[now]", listed(measures, one -> byDay ? running(one) : filled("m", one, NOW)))
        .replace(
            "[previous]", listed(measures, one -> running(one, " - m." + one.column(), EARLIER)))
        .replace("[early]", listed(measures, one -> byDay ? filled("b", one, BEFORE) : early(one)))
        .replace("[both]", listed(measures, OutcomeRows::both))
        .replace("[sums]", listed(measures, one -> "sum(%1$s) AS %1$s".formatted(one.column())))
        .replace("[names]", listed(measures, UnitMeasure::column))
        .replace("[noughts]", listed(measures, one -> "0"));
  }

  /** Now and before in one pass. */
  private static String both(UnitMeasure measure) {
    return "sum(%1$s) FILTER (WHERE NOT early) AS %1$s, sum(%1$s) FILTER (WHERE early) AS %1$s%2$s"
        .formatted(measure.column(), BEFORE);
  }

  private static String early(UnitMeasure measure) {
    return "coalesce(m.%1$s%2$s, 0) AS %1$s%2$s".formatted(measure.column(), BEFORE);
  }

  private static String running(UnitMeasure measure) {
    return running(measure, "", NOW);
  }

  private static String running(UnitMeasure measure, String less, String suffix) {
    return "sum(m.%1$s) OVER w%2$s AS %1$s%3$s".formatted(measure.column(), less, suffix);
  }

  private static String filled(String table, UnitMeasure measure, String suffix) {
    return "coalesce(%s.%s, 0) AS %2$s%s".formatted(table, measure.column(), suffix);
  }

  private static String listed(Set<UnitMeasure> measures, Function<UnitMeasure, String> one) {
    return measures.stream().map(one).collect(Collectors.joining(", "));
  }

  private static String figures(Outcomes question, List<Outcome> outcomes) {
    return outcomes.stream()
        .map(outcome -> figures(question, outcome))
        .collect(Collectors.joining(",\n    "));
  }

  private static String figures(Outcomes question, Outcome outcome) {
    OutcomeFormula formula = OutcomeFormula.of(outcome);
    boolean byDay = isByDay(question);
    return "{'outcome': '%s', 'above': (%s)::DOUBLE, 'below': (%s)::DOUBLE, 'earlier': %s, 'below_earlier': %s, 'before': (%s)::DOUBLE, 'before_below': %s, 'capped': %s}"
        .formatted(
            outcome.wireName(),
            OutcomeFormula.over(formula.above(), NOW),
            OutcomeFormula.over(formula.below(), NOW),
            byDay ? earlier(formula.above()) : "0::DOUBLE",
            byDay ? earlier(formula.below()) : "0::DOUBLE",
            OutcomeFormula.over(formula.above(), BEFORE),
            formula.isOfVisitors()
                ? "0::DOUBLE"
                : "(" + OutcomeFormula.over(formula.below(), BEFORE) + ")::DOUBLE",
            isCapped(outcome) && question.cap().compareTo(BigDecimal.ONE) < 0);
  }

  /** Nothing before the visitor's first day. */
  private static String earlier(String part) {
    return "CASE WHEN first THEN 0 ELSE " + OutcomeFormula.over(part, EARLIER) + " END::DOUBLE";
  }

  /** Single huge orders are cut in amounts per visitor; of ratios the line below would stay. */
  private static boolean isCapped(Outcome outcome) {
    return outcome.kind() == Outcome.Kind.MEAN && outcome.unit() == Unit.MONEY;
  }

  private static List<Column> columns(Outcomes question) {
    List<Column> columns = new ArrayList<>();
    if (question.by() != null) {
      columns.add(
          new Column(question.by().wireName(), Columns.type(question.by()), Role.DIMENSION, null));
    }
    columns.add(new Column("variant", Answer.Type.TEXT, Role.DIMENSION, null));
    columns.add(new Column("outcome", Answer.Type.TEXT, Role.DIMENSION, null));
    columns.add(new Column("first_exposure", Answer.Type.TIMESTAMP, Role.DIMENSION, null));
    for (String name : List.of("visitors", "several_variants", "positive")) {
      columns.add(new Column(name, Answer.Type.INTEGER, Role.METRIC, Unit.COUNT));
    }
    for (String name :
        List.of(
            "above",
            "above_squares",
            "below",
            "below_squares",
            "product",
            "before",
            "before_squares",
            "before_product",
            "before_below",
            "before_below_squares",
            "before_own_product",
            "above_before_below",
            "below_before",
            "belows",
            "cap",
            "quantile",
            "quantile_low",
            "quantile_high")) {
      columns.add(new Column(name, Answer.Type.DECIMAL, Role.METRIC, null));
    }
    columns.add(new Column("ranked", Answer.Type.INTEGER, Role.METRIC, Unit.COUNT));
    columns.add(new Column("clustering", Answer.Type.DECIMAL, Role.METRIC, Unit.RATIO));
    return columns;
  }
}
