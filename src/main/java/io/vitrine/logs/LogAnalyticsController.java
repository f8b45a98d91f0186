package io.vitrine.logs;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Comparison;
import io.vitrine.model.EventType;
import io.vitrine.model.Grain;
import io.vitrine.model.LogDimension;
import io.vitrine.model.LogFigure;
import io.vitrine.model.LogFigures.Among;
import io.vitrine.model.Metric;
import io.vitrine.model.Problem;
import io.vitrine.model.Question;
import io.vitrine.model.Role;
import io.vitrine.model.TimeRange;
import io.vitrine.store.Answers;
import io.vitrine.store.ErrorGroup;
import io.vitrine.store.EventStore;
import java.time.Duration;
import java.time.Instant;
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
 * What the logs say in figures. A time is a range that counts back from now (1h, 24h, 7d, 30d, 90d,
 * 365d), or start_date and end_date in any ISO form, a day alone being a day of the shop.
 */
@RestController
@Tag(name = "log analytics")
class LogAnalyticsController {

  private static final int TOP = 20;
  private static final int MOST_TOP = 100;
  private static final List<String> RANGES =
      List.of("0-50", "50-100", "100-200", "200-500", "500-1000", "1000+");
  private final LogAsking asking;
  private final LogRange ranges;
  private final Answers answers;
  private final EventStore store;

  LogAnalyticsController(LogAsking asking, LogRange ranges, Answers answers, EventStore store) {
    this.asking = asking;
    this.ranges = ranges;
    this.answers = answers;
    this.store = store;
  }

  /** Payments over time, by method, status and amount; amounts in the shop's currency. */
  @GetMapping("/api/analytics/transactions")
  @Needs(Role.ANALYST)
  Map<String, Object> transactions(
      @RequestParam(required = false) @Nullable String range,
      @RequestParam(name = "start_date", required = false) @Nullable String startDate,
      @RequestParam(name = "end_date", required = false) @Nullable String endDate,
      @RequestParam(required = false) @Nullable String granularity) {
    TimeRange time = time(range, startDate, endDate);
    List<Among> where = List.of(type(EventType.TRANSACTION));
    LogFigure[] counts = {LogFigure.LOGS, LogFigure.AMOUNT};
    Map<String, Object> answer = new LinkedHashMap<>(period(time));
    answer.putAll(
        asking.totals(time, where, LogFigure.LOGS, LogFigure.AMOUNT, LogFigure.AMOUNT_MEAN));
    answer.put(
        "timeline", asking.timeline(time, grain(granularity, time), ranges.zone(), where, counts));
    answer.put(
        "payment_methods", asking.split(time, where, LogDimension.PAYMENT_METHOD, TOP, counts));
    answer.put("transaction_status", asking.split(time, where, LogDimension.STATUS, TOP, counts));
    answer.put(
        "amount_ranges",
        amountRanges(asking.split(time, where, LogDimension.AMOUNT_RANGE, 6, counts)));
    return answer;
  }

  /** All six, those without a transaction too. */
  private static List<Map<String, Object>> amountRanges(List<Map<String, Object>> found) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String range : RANGES) {
      Map<String, Object> none = new LinkedHashMap<>();
      none.put("amount_range", range);
      none.put("logs", 0L);
      none.put("amount", 0L);
      all.add(
          found.stream()
              .filter(row -> range.equals(row.get("amount_range")))
              .findFirst()
              .orElse(none));
    }
    return all;
  }

  /**
   * Errors by code, type, service and message. Messages that differ only in what has digits in it
   * are one; it is new when it was never seen before the start of the time.
   */
  @GetMapping("/api/analytics/errors")
  @Needs(Role.ANALYST)
  Map<String, Object> errors(
      @RequestParam(required = false) @Nullable String range,
      @RequestParam(name = "start_date", required = false) @Nullable String startDate,
      @RequestParam(name = "end_date", required = false) @Nullable String endDate,
      @RequestParam(required = false) @Nullable String granularity,
      @RequestParam(required = false) @Nullable String service,
      @RequestParam(defaultValue = "20") int limit) {
    TimeRange time = time(range, startDate, endDate);
    List<Among> where =
        LogAsking.where(LogDimension.SERVICE, service, LogAsking.is(LogDimension.ERROR, "true"));
    Map<String, Object> answer = new LinkedHashMap<>(period(time));
    answer.putAll(asking.totals(time, where, LogFigure.LOGS, LogFigure.SERVICES, LogFigure.USERS));
    answer.put("previous", asking.totals(LogRange.before(time), where, LogFigure.LOGS).get("logs"));
    answer.put(
        "error_codes", asking.split(time, where, LogDimension.ERROR_CODE, TOP, LogFigure.LOGS));
    answer.put(
        "error_types", asking.split(time, where, LogDimension.ERROR_TYPE, TOP, LogFigure.LOGS));
    answer.put("services", asking.split(time, where, LogDimension.SERVICE, TOP, LogFigure.LOGS));
    answer.put(
        "timeline",
        asking.timeline(time, grain(granularity, time), ranges.zone(), where, LogFigure.LOGS));
    answer.put("top_messages", messages(time, where, Math.clamp(limit, 1, 1_000)));
    return answer;
  }

  private List<Map<String, Object>> messages(TimeRange time, List<Among> where, int limit) {
    List<Map<String, Object>> rows =
        asking.split(
            time,
            where,
            List.of(LogDimension.MESSAGE, LogDimension.SERVICE),
            limit,
            LogFigure.LOGS,
            LogFigure.USERS,
            LogFigure.FIRST_SEEN,
            LogFigure.LAST_SEEN);
    Map<ErrorGroup, Instant> firsts =
        store.firstSeen(rows.stream().map(row -> group(row).message()).distinct().toList());
    return rows.stream().map(row -> told(row, firsts.get(group(row)), time)).toList();
  }

  private static ErrorGroup group(Map<String, Object> row) {
    return new ErrorGroup(
        String.valueOf(row.get("message")),
        row.get("service") instanceof String service ? service : null);
  }

  private static Map<String, Object> told(
      Map<String, Object> row, @Nullable Instant first, TimeRange time) {
    Map<String, Object> message = new LinkedHashMap<>(row);
    if (first != null) {
      message.put("first_seen", first);
    }
    message.put("new", first == null || !first.isBefore(time.start()));
    return message;
  }

  /** What users did, where, and how many carts of the shop were left. */
  @GetMapping("/api/analytics/user-behavior")
  @Needs(Role.ANALYST)
  Map<String, Object> userBehavior(
      @RequestParam(required = false) @Nullable String range,
      @RequestParam(name = "start_date", required = false) @Nullable String startDate,
      @RequestParam(name = "end_date", required = false) @Nullable String endDate) {
    TimeRange time = time(range, startDate, endDate);
    List<Among> where = List.of(type(EventType.USER_BEHAVIOR));
    LogFigure[] counts = {LogFigure.LOGS, LogFigure.USERS, LogFigure.DURATION_AVG};
    Map<String, Object> answer = new LinkedHashMap<>(period(time));
    answer.putAll(asking.totals(time, where, counts));
    answer.put("actions", asking.split(time, where, LogDimension.ACTION, TOP, counts));
    answer.put("pages", asking.split(time, where, LogDimension.PAGE, TOP, counts));
    answer.put("cart_abandonment", carts(time));
    return answer;
  }

  private Map<String, Object> carts(TimeRange time) {
    List<Metric> metrics =
        List.of(Metric.CART_SESSIONS, Metric.PURCHASE_SESSIONS, Metric.CART_ABANDONMENT);
    Question.Totals question = new Question.Totals(metrics, time, List.of(), Comparison.NONE);
    List<@Nullable Object> row = answers.ask(question).rows().getFirst();
    Map<String, Object> carts = new LinkedHashMap<>();
    for (int i = 0; i < metrics.size(); i++) {
      carts.put(metrics.get(i).wireName(), row.get(i));
    }
    return carts;
  }

  /** Each type of logs: how many, how many in the same time before, and over time. */
  @GetMapping("/api/analytics/trends")
  @Needs(Role.ANALYST)
  Map<String, Object> trends(
      @RequestParam(name = "time_range", required = false) @Nullable String timeRange) {
    TimeRange time = ranges.of(timeRange == null ? "7d" : timeRange, null, null);
    Map<Object, Object> before = new LinkedHashMap<>();
    asking
        .split(LogRange.before(time), List.of(), LogDimension.TYPE, TOP, LogFigure.LOGS)
        .forEach(row -> before.put(row.get("type"), row.get("logs")));
    List<Map<String, Object>> types = new ArrayList<>();
    for (Map<String, Object> row :
        asking.split(time, List.of(), LogDimension.TYPE, TOP, LogFigure.LOGS)) {
      String type = String.valueOf(row.get("type"));
      Map<String, Object> trend = new LinkedHashMap<>();
      trend.put("type", type);
      trend.put("total", row.get("logs"));
      trend.put("previous", before.getOrDefault(type, 0L));
      trend.put(
          "timeline",
          asking.timeline(
              time,
              LogRange.grain(time),
              ranges.zone(),
              List.of(LogAsking.is(LogDimension.TYPE, type)),
              LogFigure.LOGS));
      types.add(trend);
    }
    Map<String, Object> answer = new LinkedHashMap<>(period(time));
    answer.put("types", types);
    return answer;
  }

  /** Logs and errors of the last 24 hours, hour by hour. */
  @GetMapping("/api/analytics/logs-per-hour")
  @Needs(Role.ANALYST)
  Map<String, Object> logsPerHour() {
    TimeRange day = ranges.of("24h", null, null);
    Instant last = day.end().minusMillis(1).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
    TimeRange hours =
        new TimeRange(last.minus(Duration.ofHours(23)), last.plus(Duration.ofHours(1)));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> row :
        asking.timeline(
            hours, Grain.HOUR, ranges.zone(), List.of(), LogFigure.LOGS, LogFigure.ERRORS)) {
      Map<String, Object> hour = new LinkedHashMap<>();
      hour.put("hour", row.get("time"));
      hour.put("count", row.get("logs"));
      hour.put("errors", row.get("errors"));
      rows.add(hour);
    }
    Map<String, Object> answer = new LinkedHashMap<>(period(hours));
    answer.put("hours", rows);
    return answer;
  }

  /** Countries that logs came from. */
  @GetMapping("/api/analytics/top-countries")
  @Needs(Role.ANALYST)
  Map<String, Object> topCountries(
      @RequestParam(defaultValue = "10") int limit,
      @RequestParam(required = false) @Nullable String range) {
    return top("countries", LogDimension.COUNTRY, limit, range);
  }

  /** Products that logs name. */
  @GetMapping("/api/analytics/top-products")
  @Needs(Role.ANALYST)
  Map<String, Object> topProducts(
      @RequestParam(defaultValue = "10") int limit,
      @RequestParam(required = false) @Nullable String range) {
    return top("products", LogDimension.PRODUCT_ID, limit, range);
  }

  private Map<String, Object> top(String name, LogDimension by, int limit, @Nullable String range) {
    if (limit < 1 || limit > MOST_TOP) {
      throw Problem.caller("top_limit", "limit is 1 to " + MOST_TOP + ", not " + limit);
    }
    TimeRange time = ranges.of(range == null ? "30d" : range, null, null);
    Map<String, Object> answer = new LinkedHashMap<>(period(time));
    answer.put(
        name,
        asking.split(
            time,
            List.of(),
            by,
            limit,
            LogFigure.LOGS,
            LogFigure.ERRORS,
            LogFigure.AMOUNT,
            LogFigure.USERS));
    return answer;
  }

  private TimeRange time(@Nullable String range, @Nullable String start, @Nullable String end) {
    return ranges.of(range == null ? "30d" : range, start, end);
  }

  private static Among type(EventType type) {
    return LogAsking.is(LogDimension.TYPE, type.name());
  }

  static Map<String, Object> period(TimeRange time) {
    Map<String, Object> period = new LinkedHashMap<>();
    period.put("start", time.start());
    period.put("end", time.end());
    return period;
  }

  private static Grain grain(@Nullable String granularity, TimeRange time) {
    return switch (granularity == null ? "" : granularity.toLowerCase(Locale.ROOT)) {
      case "" -> LogRange.grain(time);
      case "minute" -> Grain.MINUTE;
      case "hourly", "hour" -> Grain.HOUR;
      case "daily", "day" -> Grain.DAY;
      case "weekly", "week" -> Grain.WEEK;
      case "monthly", "month" -> Grain.MONTH;
      default ->
          throw Problem.caller(
              "granularity", "granularity is hourly, daily, weekly or monthly, not " + granularity);
    };
  }
}
