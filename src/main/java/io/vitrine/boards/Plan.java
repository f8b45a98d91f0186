package io.vitrine.boards;

import io.vitrine.model.Dimension;
import io.vitrine.model.Filter;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Problem;
import io.vitrine.model.Unit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a chart asks and how it is drawn.
 *
 * @param drawing how it is drawn
 * @param metrics 1 to 8; a drawing may want fewer; none of a chart of logs
 * @param by 0 to 3 dimensions; without one, lines, areas and bars run over time
 * @param grain bucket of time; null to follow the length of the period
 * @param filters of the chart, beside those of the page
 * @param limit most parts that are shown, 1 to 1,000
 * @param logs what it shows of logs, in place of metrics; null for a chart of the shop
 * @param logCount what it counts of logs, where a person says so; null otherwise
 */
record Plan(
    Drawing drawing,
    List<Metric> metrics,
    List<Dimension> by,
    @Nullable Grain grain,
    List<Filter> filters,
    int limit,
    @Nullable LogChart logs,
    @Nullable LogCount logCount) {

  private static final int MOST_METRICS = 8;
  private static final int MOST_ROWS = 1_000;

  Plan {
    metrics = List.copyOf(metrics);
    by = List.copyOf(by);
    filters = List.copyOf(filters);
    within("limit", limit, 1, MOST_ROWS);
    if (logs == null) {
      within("metrics", metrics.size(), 1, MOST_METRICS);
      within("by", by.size(), 0, 3);
      refuseTwice(metrics, by);
      refuseUnfit(drawing, metrics, by);
      refuseCount(logCount);
    } else {
      within("metrics", metrics.size(), 0, 0);
      within("by", by.size(), 0, 0);
      logs.check(drawing, logCount);
    }
  }

  /** One of the shop's figures. */
  Plan(
      Drawing drawing,
      List<Metric> metrics,
      List<Dimension> by,
      @Nullable Grain grain,
      List<Filter> filters,
      int limit) {
    this(drawing, metrics, by, grain, filters, limit, null, null);
  }

  /** Whether it asks for figures over time. */
  boolean overTime() {
    return logs == null && by.isEmpty() && drawing.runsOverTime();
  }

  /** Whether it asks for one line per value of a dimension. */
  boolean splitOverTime() {
    return by.size() == 1 && (drawing == Drawing.LINE || drawing == Drawing.AREA);
  }

  /** The same with more filters. */
  Plan and(List<Filter> more) {
    List<Filter> all = Stream.concat(filters.stream(), more.stream()).toList();
    return new Plan(drawing, metrics, by, grain, all, limit, logs, logCount);
  }

  private static void refuseTwice(List<Metric> metrics, List<Dimension> by) {
    boolean twice =
        Set.copyOf(metrics).size() < metrics.size() || Set.copyOf(by).size() < by.size();
    if (twice) {
      throw Problem.caller("chart_twice", "a chart names each metric and dimension once");
    }
  }

  private static void refuseCount(@Nullable LogCount count) {
    if (count != null) {
      throw Problem.caller("chart_log_count", "log_count belongs to charts of logs");
    }
  }

  private static void refuseUnfit(Drawing drawing, List<Metric> metrics, List<Dimension> by) {
    switch (drawing) {
      case LINE, AREA -> {
        within("by", by.size(), 0, 1);
        within("metrics", metrics.size(), 1, by.isEmpty() ? MOST_METRICS : 1);
      }
      case BAR -> {
        within("by", by.size(), 0, 2);
        within("metrics", metrics.size(), 1, by.size() == 2 ? 1 : MOST_METRICS);
      }
      case HEATMAP -> {
        within("by", by.size(), 2, 2);
        within("metrics", metrics.size(), 1, 1);
      }
      case SCATTER -> {
        within("by", by.size(), 1, 1);
        within("metrics", metrics.size(), 2, 2);
      }
      case PIE -> {
        within("by", by.size(), 1, 1);
        within("metrics", metrics.size(), 1, 1);
        refuseRates(drawing, metrics, EnumSet.of(Unit.COUNT, Unit.MONEY));
      }
      case FUNNEL -> {
        within("by", by.size(), 0, 0);
        within("metrics", metrics.size(), 2, MOST_METRICS);
        refuseRates(drawing, metrics, EnumSet.of(Unit.COUNT));
      }
      case TABLE -> {
        // takes any
      }
    }
  }

  private static void refuseRates(Drawing drawing, List<Metric> metrics, Set<Unit> fitting) {
    for (Metric metric : metrics) {
      if (!fitting.contains(metric.unit())) {
        throw Problem.caller(
            "chart_unit",
            Names.of(drawing) + " cannot show " + metric.wireName() + ": its parts make no whole");
      }
    }
  }

  private static void within(String member, int value, int least, int most) {
    if (value < least || value > most) {
      throw Problem.caller(
          "chart_" + member,
          member + " is " + value + " here but must be " + least + " to " + most);
    }
  }
}
