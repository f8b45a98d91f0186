package io.vitrine.boards;

import io.vitrine.model.Dimension;
import io.vitrine.model.Filter;
import io.vitrine.model.LogQuery;
import io.vitrine.model.Problem;
import java.util.List;

/** A page's filters as a search of logs. */
final class LogFilters {

  private LogFilters() {}

  /**
   * All filters.
   *
   * @throws Problem of category CALLER for what logs are not filtered by here
   */
  static LogQuery query(List<Filter> filters) {
    return LogQuery.all(filters.stream().map(LogFilters::query).toList());
  }

  private static LogQuery query(Filter filter) {
    String field = field(filter.field());
    List<String> values = filter.values();
    return switch (filter.op()) {
      case IS -> is(filter, field);
      case IS_NOT -> new LogQuery.Not(is(filter, field));
      case CONTAINS -> any(values.stream().map(value -> like(field, "*" + value + "*")).toList());
      case STARTS_WITH -> any(values.stream().map(value -> like(field, value + "*")).toList());
      case EXISTS -> new LogQuery.Present(field);
      case GREATER, LESS -> throw refused(filter.field());
    };
  }

  /** Logs that do not say whether a robot wrote them were not written by one. */
  private static LogQuery is(Filter filter, String field) {
    boolean people = filter.field() == Dimension.BOT && filter.values().contains("false");
    if (!people) {
      return new LogQuery.Exactly(field, filter.values());
    }
    return filter.values().contains("true")
        ? LogQuery.everything()
        : new LogQuery.Not(new LogQuery.Exactly(field, List.of("true")));
  }

  private static LogQuery like(String field, String text) {
    return new LogQuery.Pattern(field, text);
  }

  private static LogQuery any(List<LogQuery> parts) {
    return parts.size() == 1 ? parts.getFirst() : new LogQuery.Any(parts);
  }

  private static String field(Dimension dimension) {
    return switch (dimension) {
      case TYPE, LEVEL, SERVICE, COUNTRY, DEVICE, BROWSER, SYSTEM, BOT -> dimension.wireName();
      case PRODUCT -> "product_id";
      case DAY,
          HOUR,
          WEEKDAY,
          SOURCE,
          MEDIUM,
          CAMPAIGN,
          CHANNEL,
          REFERRER_HOST,
          LANDING_PAGE,
          CATEGORY,
          VISITOR_KIND,
          SEGMENT ->
          throw refused(dimension);
    };
  }

  private static Problem refused(Dimension dimension) {
    return Problem.caller(
        "filter_dimension",
        "searched logs are not filtered by " + dimension.wireName() + " in this way");
  }
}
