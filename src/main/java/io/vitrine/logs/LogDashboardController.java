package io.vitrine.logs;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Needs;
import io.vitrine.model.EventType;
import io.vitrine.model.LogDimension;
import io.vitrine.model.LogFigure;
import io.vitrine.model.LogFigures.Among;
import io.vitrine.model.LogQuery;
import io.vitrine.model.LogQuery.Between;
import io.vitrine.model.LogQuery.Exactly;
import io.vitrine.model.LogQuery.Limit;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.model.TimeRange;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogSearch;
import io.vitrine.store.StoredEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands on the dashboard of logs; a range is 1h, 24h, 7d, 30d, 90d or 365d. */
@RestController
@Tag(name = "log dashboard")
class LogDashboardController {

  private static final int TOP = 10;
  private static final LogFigure[] TOTALS = {
    LogFigure.LOGS,
    LogFigure.ERRORS,
    LogFigure.ERROR_RATE,
    LogFigure.SERVICES,
    LogFigure.USERS,
    LogFigure.RESPONSES,
    LogFigure.RESPONSE_AVG,
    LogFigure.RESPONSE_P95,
    LogFigure.APDEX,
    LogFigure.AMOUNT
  };
  private static final List<LogFigure> KPIS =
      List.of(
          LogFigure.LOGS,
          LogFigure.ERRORS,
          LogFigure.ERROR_RATE,
          LogFigure.RESPONSE_AVG,
          LogFigure.RESPONSE_P95,
          LogFigure.APDEX,
          LogFigure.SERVICES,
          LogFigure.USERS);

  private final LogAsking asking;
  private final LogRange ranges;
  private final LogIndex index;
  private final LogSearches searches;

  LogDashboardController(LogAsking asking, LogRange ranges, LogIndex index, LogSearches searches) {
    this.asking = asking;
    this.ranges = ranges;
    this.index = index;
    this.searches = searches;
  }

  /** Everything of the dashboard at once. */
  @GetMapping("/api/dashboard/overview")
  @Needs(Role.VIEWER)
  Map<String, Object> overview(@RequestParam(required = false) @Nullable String range) {
    TimeRange time = ranges.of(range, null, null);
    Map<String, Object> totals = asking.totals(time, List.of(), TOTALS);
    Map<String, Object> before = asking.totals(LogRange.before(time), List.of(), TOTALS);
    Map<String, Object> answer = new LinkedHashMap<>(LogAnalyticsController.period(time));
    answer.put("totals", totals);
    answer.put("error_rate", totals.get("error_rate"));
    answer.put("response_time", response(totals));
    answer.put("active_services", totals.get("services"));
    answer.put("growth", growth(totals, before));
    answer.put("levels", asking.split(time, List.of(), LogDimension.LEVEL, TOP, LogFigure.LOGS));
    answer.put(
        "top_services",
        asking.split(
            time,
            List.of(),
            LogDimension.SERVICE,
            TOP,
            LogFigure.LOGS,
            LogFigure.ERRORS,
            LogFigure.ERROR_RATE));
    answer.put(
        "timeline",
        asking.timeline(
            time,
            LogRange.grain(time),
            ranges.zone(),
            List.of(),
            LogFigure.LOGS,
            LogFigure.ERRORS));
    answer.put("recent_errors", recentErrors(time));
    return answer;
  }

  private static Map<String, Object> response(Map<String, Object> totals) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("avg", totals.get("response_avg"));
    response.put("p95", totals.get("response_p95"));
    return response;
  }

  /** Relative change against the same length of time before; absent where there was nothing. */
  private static Map<String, Object> growth(Map<String, Object> now, Map<String, Object> before) {
    Map<String, Object> growth = new LinkedHashMap<>();
    for (LogFigure figure : TOTALS) {
      growth.put(figure.wireName(), change(now, before, figure));
    }
    return growth;
  }

  @SuppressWarnings("NullAway") // a change may be absent
  private static Object change(
      Map<String, Object> now, Map<String, Object> before, LogFigure figure) {
    double then = LogAsking.number(before, figure);
    return then == 0
        ? null
        : (Object) (Math.round((LogAsking.number(now, figure) / then - 1) * 10_000) / 10_000.0);
  }

  private List<Map<String, Object>> recentErrors(TimeRange time) {
    LogQuery errors =
        new LogQuery.Any(
            List.of(
                new Exactly("type", List.of("error")),
                new Exactly("level", List.of("ERROR", "FATAL"))));
    LogQuery query =
        LogQuery.all(
            List.of(
                errors,
                new Between(
                    "timestamp", new Limit(time.start(), true), new Limit(time.end(), false))));
    LogSearch search = LogSearch.hits(query, LogSearch.Order.NEWEST, TOP, null);
    return searches.fetch(index.search(search).hits()).stream()
        .map(StoredEvent::event)
        .map(LogForm::of)
        .toList();
  }

  /** Logs and errors of each type. */
  @GetMapping("/api/dashboard/stats")
  @Needs(Role.VIEWER)
  Map<String, Object> stats(@RequestParam(required = false) @Nullable String range) {
    TimeRange time = ranges.of(range, null, null);
    Map<String, Object> answer = new LinkedHashMap<>(LogAnalyticsController.period(time));
    answer.putAll(
        asking.totals(time, List.of(), LogFigure.LOGS, LogFigure.ERRORS, LogFigure.ERROR_RATE));
    answer.put(
        "types",
        asking.split(time, List.of(), LogDimension.TYPE, TOP, LogFigure.LOGS, LogFigure.ERRORS));
    answer.put("levels", asking.split(time, List.of(), LogDimension.LEVEL, TOP, LogFigure.LOGS));
    return answer;
  }

  /** How fast and how sound the services are. */
  @GetMapping("/api/dashboard/metrics")
  @Needs(Role.VIEWER)
  Map<String, Object> metrics(@RequestParam(required = false) @Nullable String range) {
    TimeRange time = ranges.of(range, null, null);
    Map<String, Object> answer = new LinkedHashMap<>(LogAnalyticsController.period(time));
    answer.putAll(asking.totals(time, List.of(), TOTALS));
    return answer;
  }

  /** One chart: transactions, errors or performance over time. */
  @GetMapping("/api/dashboard/charts")
  @Needs(Role.VIEWER)
  Map<String, Object> charts(
      @RequestParam(name = "chart_type", defaultValue = "transactions") String chartType,
      @RequestParam(required = false) @Nullable String range) {
    TimeRange time = ranges.of(range, null, null);
    Map<String, Object> answer = new LinkedHashMap<>(LogAnalyticsController.period(time));
    answer.put("chart_type", chartType);
    answer.put("timeline", chart(chartType, time));
    return answer;
  }

  private List<Map<String, Object>> chart(String type, TimeRange time) {
    return switch (type) {
      case "transactions" ->
          timeline(time, is(EventType.TRANSACTION), LogFigure.LOGS, LogFigure.AMOUNT);
      case "errors" -> timeline(time, List.of(), LogFigure.ERRORS, LogFigure.LOGS);
      case "performance" ->
          timeline(
              time, List.of(), LogFigure.RESPONSES, LogFigure.RESPONSE_AVG, LogFigure.RESPONSE_P95);
      default ->
          throw Problem.caller(
              "chart_type", "chart_type is transactions, errors or performance, not " + type);
    };
  }

  private static List<Among> is(EventType type) {
    return List.of(LogAsking.is(LogDimension.TYPE, type.name()));
  }

  private List<Map<String, Object>> timeline(
      TimeRange time, List<Among> where, LogFigure... figures) {
    return asking.timeline(time, LogRange.grain(time), ranges.zone(), where, figures);
  }

  /** Each figure with that of the same time before. */
  @GetMapping("/api/dashboard/kpis")
  @Needs(Role.VIEWER)
  Map<String, Object> kpis(@RequestParam(required = false) @Nullable String range) {
    TimeRange time = ranges.of(range, null, null);
    LogFigure[] figures = KPIS.toArray(LogFigure[]::new);
    Map<String, Object> now = asking.totals(time, List.of(), figures);
    Map<String, Object> before = asking.totals(LogRange.before(time), List.of(), figures);
    List<Map<String, Object>> kpis = new ArrayList<>();
    for (LogFigure figure : KPIS) {
      Map<String, Object> kpi = new LinkedHashMap<>();
      kpi.put("name", figure.wireName());
      kpi.put("value", now.get(figure.wireName()));
      kpi.put("previous", before.get(figure.wireName()));
      kpi.put("change", change(now, before, figure));
      kpis.add(kpi);
    }
    Map<String, Object> answer = new LinkedHashMap<>(LogAnalyticsController.period(time));
    answer.put("kpis", kpis);
    return answer;
  }

  /**
   * All logs: how many of each type, and day by day.
   *
   * @param range over which the days go; 30d when absent
   */
  @GetMapping("/api/logs/stats")
  @Needs(Role.ANALYST)
  Map<String, Object> all(@RequestParam(required = false) @Nullable String range) {
    TimeRange time = ranges.of(range == null ? "30d" : range, null, null);
    LogSearch every =
        new LogSearch(
            LogQuery.everything(),
            LogSearch.Order.NEWEST,
            0,
            null,
            0,
            List.of("type", "level"),
            100,
            null);
    var found = index.search(every);
    Map<String, Object> answer = new LinkedHashMap<>(LogAnalyticsController.period(time));
    answer.put("total", found.total());
    answer.put("types", found.facets().getOrDefault("type", List.of()));
    answer.put("levels", found.facets().getOrDefault("level", List.of()));
    answer.put(
        "timeline",
        asking.timeline(
            time,
            io.vitrine.model.Grain.DAY,
            ranges.zone(),
            List.of(),
            LogFigure.LOGS,
            LogFigure.ERRORS));
    return answer;
  }
}
