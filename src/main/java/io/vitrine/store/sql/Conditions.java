package io.vitrine.store.sql;

import io.vitrine.model.Dimension;
import io.vitrine.model.Filter;
import io.vitrine.model.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Filters as SQL. Values are always bound. */
final class Conditions {

  private final Dialect dialect;

  Conditions(Dialect dialect) {
    this.dialect = dialect;
  }

  /** All of some filters, and no robots unless one of the filters is about them. */
  List<Sql> all(List<Filter> filters, Facts facts) {
    List<Sql> conditions = new ArrayList<>();
    if (facts.countsVisitors() && filters.stream().noneMatch(Conditions::isAboutBots)) {
      conditions.add(Sql.of("NOT " + facts.column(Dimension.BOT, dialect)));
    }
    for (Filter filter : filters) {
      conditions.add(one(filter, facts.column(filter.field(), dialect)));
    }
    return conditions;
  }

  /** A time and all of some filters, of a table that the question rests on. */
  Sql where(String what, Facts facts, When when, List<Filter> filters) {
    used(filters).stream()
        .filter(dimension -> !facts.has(dimension))
        .findFirst()
        .ifPresent(
            dimension -> {
              throw Problem.caller(
                  "filter_dimension", what + " are not filtered by " + dimension.wireName());
            });
    List<Sql> conditions = new ArrayList<>(List.of(when.rows(facts)));
    conditions.addAll(all(filters, facts));
    return Sql.join(" AND ", conditions);
  }

  static Set<Dimension> used(List<Filter> filters) {
    Set<Dimension> used = EnumSet.noneOf(Dimension.class);
    filters.forEach(filter -> used.add(filter.field()));
    return used;
  }

  /** The same on the events themselves. */
  List<Sql> ofEvents(List<Filter> filters) {
    List<Sql> conditions = new ArrayList<>();
    if (filters.stream().noneMatch(Conditions::isAboutBots)) {
      conditions.add(Sql.of("NOT coalesce(bot, false)"));
    }
    filters.forEach(filter -> conditions.add(one(filter, eventColumn(filter.field()))));
    return conditions;
  }

  private String eventColumn(Dimension dimension) {
    return switch (dimension) {
      case SOURCE, MEDIUM, CAMPAIGN -> "utm_" + dimension.wireName();
      case CHANNEL, REFERRER_HOST, COUNTRY, DEVICE, BROWSER, SYSTEM ->
          "\"" + dimension.wireName() + "\"";
      case BOT -> "coalesce(bot, false)";
      case DAY -> "day";
      case HOUR,
          WEEKDAY,
          LANDING_PAGE,
          PRODUCT,
          CATEGORY,
          VISITOR_KIND,
          SEGMENT,
          TYPE,
          LEVEL,
          SERVICE ->
          throw Problem.caller(
              "filter_dimension", "exposures are not filtered by " + dimension.wireName());
    };
  }

  /** Filters on logs, which count whoever caused them. */
  List<Sql> ofLogs(List<Filter> filters) {
    return filters.stream().map(filter -> one(filter, logColumn(filter.field()))).toList();
  }

  private String logColumn(Dimension dimension) {
    return switch (dimension) {
      case TYPE, LEVEL, SERVICE, COUNTRY, DEVICE, BROWSER, SYSTEM ->
          "\"" + dimension.wireName() + "\"";
      case PRODUCT -> "product_id";
      case BOT -> "coalesce(bot, false)";
      case DAY -> "day";
      case HOUR -> "hour(local_time)";
      case WEEKDAY -> dialect.weekday("day");
      case SOURCE,
          MEDIUM,
          CAMPAIGN,
          CHANNEL,
          REFERRER_HOST,
          LANDING_PAGE,
          CATEGORY,
          VISITOR_KIND,
          SEGMENT ->
          throw Problem.caller(
              "filter_dimension", "logs are not filtered by " + dimension.wireName());
    };
  }

  static boolean isAboutBots(Filter filter) {
    return filter.field() == Dimension.BOT;
  }

  /** Whether a filter lets robots and people through alike. */
  static boolean isAnyBot(Filter filter) {
    return isAboutBots(filter)
        && (filter.op() != Filter.Op.IS || !List.of("true").equals(filter.values()))
        && (filter.op() != Filter.Op.IS || !List.of("false").equals(filter.values()));
  }

  Sql one(Filter filter, String column) {
    return switch (filter.field().kind()) {
      case TEXT -> text(filter, column);
      case INTEGER, DATE -> ordered(filter, column);
      case FLAG -> flag(filter, column);
    };
  }

  private Sql text(Filter filter, String column) {
    return switch (filter.op()) {
      case IS -> in(column, filter);
      case IS_NOT -> notIn(column, filter);
      case CONTAINS -> any(filter, dialect.contains(column, "?"));
      case STARTS_WITH -> any(filter, dialect.startsWith(column, "?"));
      case EXISTS -> Sql.of(column + " IS NOT NULL");
      case GREATER, LESS -> throw notFor(filter);
    };
  }

  private Sql ordered(Filter filter, String column) {
    return switch (filter.op()) {
      case IS -> in(column, filter);
      case IS_NOT -> notIn(column, filter);
      case EXISTS -> Sql.of(column + " IS NOT NULL");
      case GREATER -> any(filter, column + " > ?");
      case LESS -> any(filter, column + " < ?");
      case CONTAINS, STARTS_WITH -> throw notFor(filter);
    };
  }

  private static Sql flag(Filter filter, String column) {
    if (filter.op() == Filter.Op.EXISTS) {
      return Sql.of("true");
    }
    if (filter.op() != Filter.Op.IS || filter.values().size() != 1) {
      throw notFor(filter);
    }
    return switch (filter.values().getFirst()) {
      case "true" -> Sql.of(column);
      case "false" -> Sql.of("NOT " + column);
      case "any" -> Sql.of("true");
      case String other ->
          throw Problem.caller(
              "filter_value", "the filter on bot is true, false or any, not " + other);
    };
  }

  private static Sql in(String column, Filter filter) {
    String marks = filter.values().stream().map(v -> "?").collect(Collectors.joining(", "));
    return new Sql(column + " IN (" + marks + ")", values(filter));
  }

  private static Sql notIn(String column, Filter filter) {
    Sql in = in(column, filter);
    return new Sql("(" + column + " IS NULL OR NOT " + in.text() + ")", in.values());
  }

  private static Sql any(Filter filter, String condition) {
    String text = filter.values().stream().map(v -> condition).collect(Collectors.joining(" OR "));
    return new Sql("(" + text + ")", values(filter));
  }

  private static List<@Nullable Object> values(Filter filter) {
    List<@Nullable Object> values = new ArrayList<>();
    filter.values().forEach(value -> values.add(parsed(filter, value)));
    return values;
  }

  private static Object parsed(Filter filter, String value) {
    try {
      return switch (filter.field().kind()) {
        case TEXT -> value;
        case INTEGER -> Long.valueOf(value);
        case DATE -> LocalDate.parse(value);
        case FLAG -> Boolean.valueOf(value);
      };
    } catch (NumberFormatException | DateTimeParseException e) {
      throw Problem.caller(
          "filter_value",
          "the filter on " + filter.field().wireName() + " does not understand " + value);
    }
  }

  private static Problem notFor(Filter filter) {
    return Problem.caller(
        "filter_operation", filter.op() + " does not apply to " + filter.field().wireName());
  }
}
