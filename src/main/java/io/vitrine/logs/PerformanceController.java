package io.vitrine.logs;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Needs;
import io.vitrine.model.LogDimension;
import io.vitrine.model.LogFigure;
import io.vitrine.model.LogFigures.Among;
import io.vitrine.model.LogQuery;
import io.vitrine.model.LogQuery.Between;
import io.vitrine.model.LogQuery.Exactly;
import io.vitrine.model.LogQuery.Limit;
import io.vitrine.model.Role;
import io.vitrine.model.TimeRange;
import io.vitrine.store.LogFound;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogSearch;
import io.vitrine.store.StoredEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * How long calls and their database times take, in milliseconds. A request is slow from 1,000 ms
 * on, a query from 500 ms on; percentiles are exact, interpolated between neighbours.
 */
@RestController
@Tag(name = "performance")
class PerformanceController {

  private static final double SLOW_REQUEST = 1_000;
  private static final double SLOW_QUERY = 500;
  private static final int ENDPOINTS = 50;
  private static final List<String> STATISTICS =
      List.of("avg", "max", "min", "p50", "p90", "p95", "p99");

  /** What is measured. */
  private enum Time {
    RESPONSE(LogFigure.RESPONSES, LogFigure.SLOW_REQUESTS),
    DATABASE(LogFigure.QUERIES, LogFigure.SLOW_QUERIES);

    private final LogFigure count;
    private final LogFigure slow;

    Time(LogFigure count, LogFigure slow) {
      this.count = count;
      this.slow = slow;
    }

    LogFigure[] figures() {
      List<LogFigure> figures = new ArrayList<>(List.of(count));
      STATISTICS.forEach(
          name -> figures.add(LogFigure.valueOf(name() + "_" + name.toUpperCase(Locale.ROOT))));
      figures.add(slow);
      return figures.toArray(LogFigure[]::new);
    }

    /** A row in the words of the API: count, avg, max, min, p50 and so on, slow. */
    Map<String, Object> form(Map<String, Object> row) {
      Map<String, Object> form = new LinkedHashMap<>();
      form.put("count", row.get(count.wireName()));
      STATISTICS.forEach(
          name -> form.put(name, row.get(name().toLowerCase(Locale.ROOT) + "_" + name)));
      form.put("slow", row.get(slow.wireName()));
      return form;
    }
  }

  private final LogAsking asking;
  private final LogRange ranges;
  private final LogIndex index;
  private final LogSearches searches;

  PerformanceController(LogAsking asking, LogRange ranges, LogIndex index, LogSearches searches) {
    this.asking = asking;
    this.ranges = ranges;
    this.index = index;
    this.searches = searches;
  }

  /** Response and database times in all and by endpoint, with error rate and Apdex (T = 0.5 s). */
  @GetMapping("/api/performance/metrics")
  @Needs(Role.ANALYST)
  Map<String, Object> metrics(
      @RequestParam(required = false) @Nullable String range,
      @RequestParam(required = false) @Nullable String endpoint,
      @RequestParam(name = "start_date", required = false) @Nullable String startDate,
      @RequestParam(name = "end_date", required = false) @Nullable String endDate) {
    TimeRange time = ranges.of(range, startDate, endDate);
    List<Among> where = LogAsking.where(LogDimension.ENDPOINT, endpoint);
    Map<String, Object> answer = new LinkedHashMap<>(LogAnalyticsController.period(time));
    answer.put(
        "response_time", Time.RESPONSE.form(asking.totals(time, where, Time.RESPONSE.figures())));
    answer.put(
        "database_latency",
        Time.DATABASE.form(asking.totals(time, where, Time.DATABASE.figures())));
    answer.putAll(
        asking.totals(
            time,
            where,
            LogFigure.RESPONSES,
            LogFigure.APDEX,
            LogFigure.ERROR_RATE,
            LogFigure.FAILED,
            LogFigure.FAILURE_RATE,
            LogFigure.CACHE_HIT_RATE,
            LogFigure.SLOW_REQUESTS,
            LogFigure.SLOW_QUERIES));
    answer.put(
        "by_endpoint",
        asking.split(
            time,
            where,
            LogDimension.ENDPOINT,
            ENDPOINTS,
            LogFigure.RESPONSES,
            LogFigure.RESPONSE_AVG,
            LogFigure.RESPONSE_P50,
            LogFigure.RESPONSE_P95,
            LogFigure.RESPONSE_P99,
            LogFigure.DATABASE_P95,
            LogFigure.APDEX,
            LogFigure.FAILURE_RATE,
            LogFigure.SLOW_REQUESTS));
    return answer;
  }

  /** Response times in all, by endpoint and over time, and the slowest requests. */
  @GetMapping("/api/performance/api-response-times")
  @Needs(Role.ANALYST)
  Map<String, Object> responseTimes(
      @RequestParam(required = false) @Nullable String range,
      @RequestParam(required = false) @Nullable String endpoint,
      @RequestParam(name = "start_date", required = false) @Nullable String startDate,
      @RequestParam(name = "end_date", required = false) @Nullable String endDate,
      @RequestParam(defaultValue = "50") int limit) {
    TimeRange time = ranges.of(range, startDate, endDate);
    return times(Time.RESPONSE, time, endpoint, Math.clamp(limit, 1, 1_000));
  }

  /** Database times in all, by endpoint and over time, and the slowest queries. */
  @GetMapping("/api/performance/database-latency")
  @Needs(Role.ANALYST)
  Map<String, Object> databaseLatency(
      @RequestParam(required = false) @Nullable String range,
      @RequestParam(required = false) @Nullable String endpoint,
      @RequestParam(name = "start_date", required = false) @Nullable String startDate,
      @RequestParam(name = "end_date", required = false) @Nullable String endDate,
      @RequestParam(defaultValue = "50") int limit) {
    TimeRange time = ranges.of(range, startDate, endDate);
    return times(Time.DATABASE, time, endpoint, Math.clamp(limit, 1, 1_000));
  }

  private Map<String, Object> times(
      Time measured, TimeRange time, @Nullable String endpoint, int limit) {
    List<Among> where = LogAsking.where(LogDimension.ENDPOINT, endpoint);
    LogFigure[] figures = measured.figures();
    Map<String, Object> answer = new LinkedHashMap<>(LogAnalyticsController.period(time));
    answer.putAll(measured.form(asking.totals(time, where, figures)));
    answer.put(
        "by_endpoint",
        asking.split(time, where, LogDimension.ENDPOINT, ENDPOINTS, figures).stream()
            .filter(row -> LogAsking.number(row, measured.count) > 0)
            .map(row -> keyed("endpoint", row, measured))
            .toList());
    answer.put(
        "timeline",
        asking.timeline(time, LogRange.grain(time), ranges.zone(), where, figures).stream()
            .map(row -> keyed("time", row, measured))
            .toList());
    LogFound slow = slow(measured, time, endpoint, limit);
    answer.put("slow_total", slow.total());
    answer.put(
        "slow_list",
        searches.fetch(slow.hits()).stream().map(StoredEvent::event).map(LogForm::of).toList());
    return answer;
  }

  private static Map<String, Object> keyed(String key, Map<String, Object> row, Time measured) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put(key, row.get(key));
    form.putAll(measured.form(row));
    return form;
  }

  private LogFound slow(Time measured, TimeRange time, @Nullable String endpoint, int limit) {
    boolean response = measured == Time.RESPONSE;
    List<LogQuery> conditions = new ArrayList<>();
    conditions.add(
        new Between(
            response ? "response_time" : "db_query_time",
            new Limit(response ? SLOW_REQUEST : SLOW_QUERY, true),
            null));
    conditions.add(
        new Between("timestamp", new Limit(time.start(), true), new Limit(time.end(), false)));
    if (endpoint != null && !endpoint.isBlank()) {
      conditions.add(new Exactly("endpoint", List.of(endpoint)));
    }
    LogSearch.Order order =
        response ? LogSearch.Order.RESPONSE_TIME : LogSearch.Order.DB_QUERY_TIME;
    return index.search(LogSearch.hits(LogQuery.all(conditions), order, limit, null));
  }
}
