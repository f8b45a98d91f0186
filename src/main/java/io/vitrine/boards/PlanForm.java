package io.vitrine.boards;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Dimension;
import io.vitrine.model.Filter;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as JSON.
 *
 * @param drawing line, bar, area, heatmap, table, scatter, pie or funnel
 * @param metrics names of the catalogue
 * @param by dimensions; none when absent
 * @param grain bucket of time; follows the length of the period when absent
 * @param filters of the chart itself
 * @param limit most parts that are shown; 12 when absent
 * @param logs of a chart of logs, which names no metrics: per_hour, top_messages or amounts, or
 *     with a log_count over_time, top_values or ranges
 * @param logCount what over_time, top_values and ranges count
 */
@Schema(name = "ChartPlan")
record PlanForm(
    @Nullable String drawing,
    @Nullable List<String> metrics,
    @Nullable List<String> by,
    @Nullable String grain,
    @Nullable List<ConditionForm> filters,
    @Nullable Integer limit,
    @Nullable String logs,
    @Nullable LogCountForm logCount) {

  private static final int USUAL_LIMIT = 12;

  /** A condition as JSON. */
  @Schema(name = "Filter")
  record ConditionForm(@Nullable String field, @Nullable String op, @Nullable List<String> values) {

    Filter filter() {
      return new Filter(
          Names.read(Dimension.class, "filters.field", field),
          Names.read(Filter.Op.class, "filters.op", op),
          values == null ? List.of() : values);
    }

    static ConditionForm of(Filter filter) {
      return new ConditionForm(filter.field().wireName(), Names.of(filter.op()), filter.values());
    }
  }

  /**
   * What is counted of logs, as JSON.
   *
   * @param search which logs, as on the search page (docs/search.md); all when absent
   * @param field type, level, service, status_code, error_code, country, host, source,
   *     payment_method or status, and of ranges a field with numbers; over_time may lack it
   * @param bounds of ranges, rising
   */
  @Schema(name = "LogCount")
  record LogCountForm(
      @Nullable String search, @Nullable String field, @Nullable List<Double> bounds) {

    LogCount count() {
      return new LogCount(search == null ? "" : search, field, bounds == null ? List.of() : bounds);
    }

    static LogCountForm of(LogCount count) {
      return new LogCountForm(count.search(), count.field(), count.bounds());
    }
  }

  /**
   * The plan that this says.
   *
   * @throws Problem naming the value and the rule when it says none
   */
  Plan plan() {
    return new Plan(
        Names.read(Drawing.class, "drawing", drawing),
        Names.readAll(Metric.class, "metrics", metrics),
        Names.readAll(Dimension.class, "by", by),
        grain == null ? null : Names.read(Grain.class, "grain", grain),
        filters == null ? List.of() : filters.stream().map(ConditionForm::filter).toList(),
        limit == null ? USUAL_LIMIT : limit,
        logs == null ? null : Names.read(LogChart.class, "logs", logs),
        logCount == null ? null : logCount.count());
  }

  static PlanForm of(Plan plan) {
    Grain grain = plan.grain();
    LogChart logs = plan.logs();
    LogCount count = plan.logCount();
    return new PlanForm(
        Names.of(plan.drawing()),
        plan.metrics().stream().map(Metric::wireName).toList(),
        plan.by().stream().map(Dimension::wireName).toList(),
        grain == null ? null : Names.of(grain),
        plan.filters().stream().map(ConditionForm::of).toList(),
        plan.limit(),
        logs == null ? null : Names.of(logs),
        count == null ? null : LogCountForm.of(count));
  }
}
