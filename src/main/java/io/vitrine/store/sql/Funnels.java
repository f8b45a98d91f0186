package io.vitrine.store.sql;

import io.vitrine.model.Answer;
import io.vitrine.model.Answer.Column;
import io.vitrine.model.Answer.Role;
import io.vitrine.model.Dimension;
import io.vitrine.model.Funnel;
import io.vitrine.model.Problem;
import io.vitrine.model.Span;
import io.vitrine.model.Unit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Funnels in SQL. */
final class Funnels {

  private final ZoneId zone;
  private final Dialect dialect;

  Funnels(ZoneId zone, Dialect dialect) {
    this.zone = zone;
    this.dialect = dialect;
  }

  Asked ask(Funnel question, @Nullable Span comparedWith) {
    return switch (question.show()) {
      case Funnel.Show.Steps steps -> steps(question, steps, comparedWith);
      case Funnel.Show.Times times ->
          asked(question, reached(question), "times", timesColumns(), false);
      case Funnel.Show.Trend trend ->
          asked(question, reached(question), "trend", trendColumns(), false);
      case Funnel.Show.Visitors visitors -> visitors(question, visitors);
    };
  }

  private Sql reached(Funnel question) {
    return reached(question, question.period())
        .then(",\n" + Statements.FUNNELS.get("ending") + "\n");
  }

  private Sql reached(Funnel question, Span span) {
    When when = new When(span, null, zone, false);
    return Sql.of("WITH ")
        .then(new FunnelEvents(question, when, dialect).sql())
        .then(new FunnelChain(question.way()).sql());
  }

  private static String last(Funnel question) {
    return "a" + question.way().steps().size();
  }

  private Asked asked(
      Funnel question, Sql reached, String statement, List<Column> columns, boolean counted) {
    String text = Statements.FUNNELS.get(statement).replace("{last}", last(question));
    return asked(reached.then(text), columns, null, counted);
  }

  private static Asked asked(
      Sql sql, List<Column> columns, @Nullable Span comparedWith, boolean counted) {
    return new Asked(
        sql,
        null,
        columns,
        Collections.nCopies(columns.size(), false),
        null,
        comparedWith,
        counted,
        true,
        true,
        null,
        Map.of());
  }

  private Asked steps(Funnel question, Funnel.Show.Steps show, @Nullable Span comparedWith) {
    Dimension by = show.by();
    Sql sql = Sql.of("SELECT n.step, n.event_type, n.mode, ");
    sql = by == null ? sql : sql.then("n.part AS \"" + by.wireName() + "\", ");
    sql =
        sql.then(
            "n.entered, n.converted, n.gone AS \"left\", n.still_open, n.from_previous_step, n.from_first_step, n.median_seconds");
    sql =
        comparedWith == null
            ? sql
            : sql.then(
                ", coalesce(b.entered, 0) AS entered_previous, b.from_previous_step AS from_previous_step_previous, b.from_first_step AS from_first_step_previous");
    sql =
        sql.then(", n.rows_before_limit\nFROM (\n")
            .then(ranked(question, question.period()))
            .then("\n) n");
    if (comparedWith != null) {
      sql =
          sql.then("\nLEFT JOIN (\n")
              .then(ranked(question, comparedWith))
              .then("\n) b ON b.step = n.step AND b.part IS NOT DISTINCT FROM n.part");
    }
    sql = sql.then(Sql.of("\nWHERE n.place <= ?\nORDER BY n.place, n.step", (long) show.limit()));
    return asked(sql, stepColumns(by, comparedWith != null), comparedWith, true);
  }

  private Sql ranked(Funnel question, Span span) {
    boolean parted = question.show() instanceof Funnel.Show.Steps steps && steps.by() != null;
    Sql rows =
        reached(question, span)
            .then(
                ",\n"
                    + Statements.FUNNELS.get("ending")
                    + ",\nsummed AS (\n  SELECT "
                    + (parted ? "part" : "NULL AS part")
                    + ", count(a1) AS starting, [")
            .then(Sql.join(",", rows(question.way())))
            .then("\n  ] AS rows\n  FROM reached, ending")
            .then(parted ? "\n  GROUP BY part\n)" : "\n)");
    return rows.then("\n" + Statements.FUNNELS.get("steps"));
  }

  /** One struct per step: who took it, who could have, and who went on. */
  private static List<Sql> rows(Funnel.Way way) {
    List<Sql> rows = new ArrayList<>();
    int before = 0;
    for (int i = 0; i < way.steps().size(); i++) {
      rows.add(row(way.steps(), before, i));
      before = way.steps().get(i).isRequired() ? i : before;
    }
    return rows;
  }

  private static Sql row(List<Funnel.Step> steps, int before, int step) {
    int next = next(steps, step);
    String going =
        next < 0
            ? "'converted': NULL::BIGINT, 'still_open': NULL::BIGINT"
            : ("'converted': count(a%2$d), 'still_open': count(*) FILTER (WHERE a%1$d IS NOT NULL"
                    + " AND a%2$d IS NULL AND closes > data_end)")
                .formatted(step + 1, next + 1);
    String taken =
        "'entered': count(a%2$d), 'could': count(a%1$d), %4$s, 'median_seconds': %3$s}"
            .formatted(
                before + 1,
                step + 1,
                step == 0
                    ? "NULL::DOUBLE"
                    : "median(a%2$d - a%1$d) / 1000".formatted(before + 1, step + 1),
                going);
    return Sql.of(
        "\n    {'step': "
            + (step + 1)
            + ", 'event_type': CAST(? AS VARCHAR), 'mode': CAST(? AS VARCHAR), "
            + taken,
        steps.get(step).type().name(),
        steps.get(step).mode().name().toLowerCase(java.util.Locale.ROOT));
  }

  /** The required step after a required one; -1 for the others and the last. */
  private static int next(List<Funnel.Step> steps, int step) {
    if (!steps.get(step).isRequired()) {
      return -1;
    }
    for (int i = step + 1; i < steps.size(); i++) {
      if (steps.get(i).isRequired()) {
        return i;
      }
    }
    return -1;
  }

  private Asked visitors(Funnel question, Funnel.Show.Visitors show) {
    List<Funnel.Step> steps = question.way().steps();
    if (show.step() < 1 || show.step() > steps.size()) {
      throw Problem.caller(
          "funnel_step", "the funnel has steps 1 to " + steps.size() + ", no " + show.step());
    }
    if (show.lost() && show.step() == 1) {
      throw Problem.caller("funnel_step", "nobody is lost before step 1");
    }
    int before = show.step() - 1;
    while (before > 1 && !steps.get(before - 1).isRequired()) {
      before--;
    }
    String moment = "a" + (show.lost() ? before : show.step());
    String lost = show.lost() ? " AND a" + show.step() + " IS NULL" : "";
    String text =
        Statements.FUNNELS
            .get("visitors")
            .replace("{moment}", moment)
            .replace("{condition}", moment + " IS NOT NULL" + lost);
    Sql sql = reached(question, question.period()).then(Sql.of(",\n" + text, (long) show.limit()));
    return asked(sql, visitorColumns(), null, true);
  }

  private static List<Column> stepColumns(@Nullable Dimension by, boolean compared) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("step", Answer.Type.INTEGER, Role.DIMENSION, null));
    columns.add(new Column("event_type", Answer.Type.TEXT, Role.DIMENSION, null));
    columns.add(new Column("mode", Answer.Type.TEXT, Role.DIMENSION, null));
    if (by != null) {
      columns.addAll(Columns.of(List.of(by), List.of(), false).columns().subList(0, 1));
    }
    for (String count : List.of("entered", "converted", "left", "still_open")) {
      columns.add(count(count));
    }
    columns.add(ratio("from_previous_step"));
    columns.add(ratio("from_first_step"));
    columns.add(new Column("median_seconds", Answer.Type.DECIMAL, Role.METRIC, Unit.SECONDS));
    if (compared) {
      columns.add(new Column("entered_previous", Answer.Type.INTEGER, Role.COMPARISON, Unit.COUNT));
      for (String ratio : List.of("from_previous_step", "from_first_step")) {
        columns.add(
            new Column(ratio + "_previous", Answer.Type.DECIMAL, Role.COMPARISON, Unit.RATIO));
      }
    }
    return columns;
  }

  /** The last four are for the caller to count from the three before. */
  private static List<Column> timesColumns() {
    return List.of(
        new Column("seconds", Answer.Type.INTEGER, Role.DIMENSION, Unit.SECONDS),
        count("converted"),
        count("censored"),
        count("at_risk"),
        ratio("share"),
        ratio("share_low"),
        ratio("share_high"));
  }

  private static List<Column> trendColumns() {
    return List.of(
        new Column("bucket", Answer.Type.DATE, Role.DIMENSION, null),
        count("entered"),
        count("converted"),
        ratio("from_first_step"),
        new Column("complete", Answer.Type.BOOLEAN, Role.METRIC, null),
        ratio("friction_below"),
        new Column("friction", Answer.Type.BOOLEAN, Role.METRIC, null));
  }

  private static List<Column> visitorColumns() {
    return List.of(
        new Column("visitor_id", Answer.Type.TEXT, Role.DIMENSION, null),
        new Column("user_id", Answer.Type.TEXT, Role.DIMENSION, null),
        new Column("entered_at", Answer.Type.TIMESTAMP, Role.DIMENSION, null),
        new Column("reached_at", Answer.Type.TIMESTAMP, Role.DIMENSION, null));
  }

  private static Column count(String name) {
    return new Column(name, Answer.Type.INTEGER, Role.METRIC, Unit.COUNT);
  }

  private static Column ratio(String name) {
    return new Column(name, Answer.Type.DECIMAL, Role.METRIC, Unit.RATIO);
  }
}
