package io.vitrine.store.sql;

import io.vitrine.model.Answer;
import io.vitrine.model.Answer.Column;
import io.vitrine.model.EventType;
import io.vitrine.model.Grain;
import io.vitrine.model.LogDimension;
import io.vitrine.model.LogFigure;
import io.vitrine.model.LogFigures;
import io.vitrine.model.Problem;
import io.vitrine.model.Unit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions over logs in SQL. Each figure and each dimension is a statement of log_figures.sql. */
record LogCounting(ZoneId zone, Dialect dialect) {

  private static final Statements PARTS = Statements.read("log_figures.sql");
  private static final String LOGS =
      EventType.logs().stream()
          .map(EventType::name)
          .sorted()
          .map(name -> "'" + name + "'")
          .collect(Collectors.joining(", ", "(", ")"));

  Asked ask(LogFigures question) {
    When when = new When(question.period(), null, zone, false);
    List<String> columns = new ArrayList<>();
    question.by().forEach(by -> columns.add(key(by, question.grain()) + " AS " + name(by)));
    question.figures().forEach(figure -> columns.add(part(figure) + " AS " + name(figure)));
    columns.add("count(*) OVER () AS rows_before_limit");
    Sql sql =
        Sql.of("SELECT " + String.join(",\n  ", columns) + "\nFROM events\nWHERE ")
            .then(Sql.join("\n  AND ", conditions(question, when)))
            .then(question.by().isEmpty() ? "" : "\nGROUP BY ALL")
            .then(Sql.of("\nORDER BY " + order(question) + "\nLIMIT ?", (long) question.limit()));
    List<Column> answer = columns(question);
    return new Asked(
        sql,
        null,
        answer,
        Collections.nCopies(answer.size(), false),
        null,
        null,
        true,
        true,
        false,
        null,
        Map.of());
  }

  private List<Sql> conditions(LogFigures question, When when) {
    List<Sql> conditions = new ArrayList<>();
    conditions.add(Sql.of(PARTS.get("between"), when.start(), when.end()));
    conditions.add(Sql.of("\"type\" IN " + LOGS));
    question.where().forEach(among -> conditions.add(among(among)));
    question
        .figures()
        .forEach(
            figure -> {
              String needed = needed(figure);
              // With no other figure beside it, a scan need not look at logs without the value.
              if (needed != null && question.figures().size() == 1) {
                conditions.add(Sql.of(needed));
              }
            });
    conditions.addAll(new Conditions(dialect).ofLogs(question.filters()));
    return conditions;
  }

  private static @Nullable String needed(LogFigure figure) {
    return switch (figure) {
      case RESPONSES -> "response_time IS NOT NULL";
      case QUERIES -> "db_query_time IS NOT NULL";
      default -> null;
    };
  }

  private static Sql among(LogFigures.Among among) {
    String marks = among.values().stream().map(value -> "?").collect(Collectors.joining(", "));
    String column =
        among.field() == LogDimension.STATUS_CODE
            ? "CAST(status_code AS VARCHAR)"
            : value(among.field());
    return new Sql(column + " IN (" + marks + ")", new ArrayList<>(among.values()));
  }

  private String key(LogDimension dimension, @Nullable Grain grain) {
    return dimension == LogDimension.TIME && grain != null ? bucket(grain) : value(dimension);
  }

  /** Short buckets are instants, days and longer ones days of the shop. */
  private String bucket(Grain grain) {
    return switch (grain) {
      case MINUTE -> dialect.minute("\"timestamp\"::TIMESTAMP");
      case HOUR -> PARTS.get("hour");
      case DAY -> "day";
      case WEEK -> dialect.week("day");
      case MONTH -> dialect.month("day");
    };
  }

  private static String value(LogDimension dimension) {
    return switch (dimension) {
      case AMOUNT_RANGE, MESSAGE, ERROR -> PARTS.get(dimension.wireName());
      case TIME,
          TYPE,
          LEVEL,
          SERVICE,
          HOST,
          SOURCE,
          COUNTRY,
          PRODUCT_ID,
          PAYMENT_METHOD,
          STATUS,
          TRANSACTION_TYPE,
          ERROR_CODE,
          ERROR_TYPE,
          ENDPOINT,
          METHOD,
          STATUS_CODE,
          ACTION,
          PAGE ->
          "\"" + dimension.wireName() + "\"";
    };
  }

  private static String part(LogFigure figure) {
    return PARTS.get(figure.wireName());
  }

  private static String name(LogDimension dimension) {
    return "\"" + dimension.wireName() + "\"";
  }

  private static String name(LogFigure figure) {
    return "\"" + figure.wireName() + "\"";
  }

  private static String order(LogFigures question) {
    String column = question.sort().column().toLowerCase(Locale.ROOT);
    boolean known =
        question.figures().stream().anyMatch(figure -> figure.wireName().equals(column))
            || question.by().stream().anyMatch(by -> by.wireName().equals(column));
    if (!known) {
      throw Problem.caller(
          "sort_column", "the rows cannot be sorted by " + column + ", which is not asked for");
    }
    String ties =
        question.by().stream()
            .map(by -> ", " + name(by) + " ASC NULLS LAST")
            .collect(Collectors.joining());
    String direction = question.sort().descending() ? "DESC" : "ASC";
    return "\"" + column + "\" " + direction + " NULLS LAST" + ties;
  }

  private static List<Column> columns(LogFigures question) {
    List<Column> columns = new ArrayList<>();
    question
        .by()
        .forEach(
            by ->
                columns.add(
                    new Column(
                        by.wireName(), type(by, question.grain()), Answer.Role.DIMENSION, null)));
    question
        .figures()
        .forEach(
            figure ->
                columns.add(
                    new Column(
                        figure.wireName(), type(figure), Answer.Role.METRIC, figure.unit())));
    return columns;
  }

  private static Answer.Type type(LogDimension dimension, @Nullable Grain grain) {
    if (dimension == LogDimension.STATUS_CODE) {
      return Answer.Type.INTEGER;
    }
    if (dimension != LogDimension.TIME) {
      return Answer.Type.TEXT;
    }
    return grain == Grain.HOUR || grain == Grain.MINUTE ? Answer.Type.TIMESTAMP : Answer.Type.DATE;
  }

  private static Answer.Type type(LogFigure figure) {
    if (figure.unit() == null) {
      return Answer.Type.TIMESTAMP;
    }
    return figure.unit() == Unit.COUNT ? Answer.Type.INTEGER : Answer.Type.DECIMAL;
  }
}
