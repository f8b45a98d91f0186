package io.vitrine.store.sql;

import io.vitrine.model.Answer;
import io.vitrine.model.Answer.Column;
import io.vitrine.model.Answer.Role;
import io.vitrine.model.Cohort;
import io.vitrine.model.Dimension;
import io.vitrine.model.Filter;
import io.vitrine.model.Grain;
import io.vitrine.model.Unit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Cohorts in SQL. */
final class Cohorts {

  private final Dialect dialect;

  Cohorts(Dialect dialect) {
    this.dialect = dialect;
  }

  Sql rows(Cohort question) {
    boolean weeks = question.grain() == Grain.WEEK;
    String text =
        Statements.COHORTS
            .get("rows")
            .replace("[age of v]", age("v.day", weeks))
            .replace("[age of s]", age("s.day", weeks))
            .replace("[bucket of v]", bucket("v.day", weeks))
            .replace("[previous]", bucket("v.previous_day", weeks))
            .replace("[start]", weeks ? "cohort + CAST(7 * age AS INTEGER)" : month("age"))
            .replace("[end]", weeks ? "cohort + CAST(7 * (age + 1) AS INTEGER)" : month("age + 1"))
            .replace(
                "[count]",
                weeks
                    ? "(max(last_day) - min(cohort)) // 7"
                    : "datediff('month', min(cohort), max(last_day))");
    List<Sql> pieces = new ArrayList<>();
    pieces.add(members(question, weeks));
    pieces.add(robots(question, "v.bot"));
    pieces.add(robots(question, "s.bot"));
    return Sql.filled(text, List.of("[members]", "[robots of v]", "[robots of s]"), pieces);
  }

  private Sql members(Cohort question, boolean weeks) {
    boolean visits = question.beginning() == Cohort.Beginning.FIRST_VISIT;
    String text =
        Statements.COHORTS
            .get(visits ? "first_visit" : "first_purchase")
            .replace("[cohort]", bucket("f.day", weeks));
    List<Sql> conditions =
        new Conditions(dialect).all(question.filters(), visits ? Facts.VISITS : Facts.SALES);
    LocalDate end = begin(question.period().to(), weeks);
    return Sql.of(
            text + " ",
            begin(question.period().from(), weeks),
            weeks ? end.plusWeeks(1) : end.plusMonths(1))
        .then(Sql.join(" AND ", conditions));
  }

  private Sql robots(Cohort question, String column) {
    List<Filter> about =
        question.filters().stream().filter(filter -> filter.field() == Dimension.BOT).toList();
    if (about.isEmpty()) {
      return Sql.of("NOT " + column);
    }
    Conditions conditions = new Conditions(dialect);
    return Sql.join(" AND ", about.stream().map(filter -> conditions.one(filter, column)).toList());
  }

  private static LocalDate begin(LocalDate day, boolean weeks) {
    return weeks
        ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        : day.withDayOfMonth(1);
  }

  private String bucket(String day, boolean weeks) {
    return weeks ? dialect.week(day) : dialect.month(day);
  }

  private String age(String day, boolean weeks) {
    return weeks
        ? "(" + dialect.week(day) + " - m.cohort) // 7"
        : "datediff('month', m.cohort, " + day + ")";
  }

  private static String month(String age) {
    return "CAST(cohort + to_months(CAST(" + age + " AS INTEGER)) AS DATE)";
  }

  static List<Column> columns() {
    return List.of(
        new Column("cohort", Answer.Type.DATE, Role.DIMENSION, null),
        new Column("age", Answer.Type.INTEGER, Role.DIMENSION, null),
        count("size"),
        count("active"),
        ratio("retention"),
        count("buyers"),
        ratio("buyer_retention"),
        count("orders"),
        money("revenue"),
        ratio("revenue_retention"),
        money("revenue_cumulative"),
        money("ltv"),
        new Column("complete", Answer.Type.BOOLEAN, Role.METRIC, null));
  }

  private static Column count(String name) {
    return new Column(name, Answer.Type.INTEGER, Role.METRIC, Unit.COUNT);
  }

  private static Column ratio(String name) {
    return new Column(name, Answer.Type.DECIMAL, Role.METRIC, Unit.RATIO);
  }

  private static Column money(String name) {
    return new Column(name, Answer.Type.DECIMAL, Role.METRIC, Unit.MONEY);
  }
}
