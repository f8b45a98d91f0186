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
 * @param logs per_hour, top_messages or amounts of a chart of logs, which names no metrics
 */
@Schema(name = "ChartPlan")
record PlanForm(
    @Nullable String drawing,
    @Nullable List<String> metrics,
    @Nullable List<String> by,
    @Nullable String grain,
    @Nullable List<ConditionForm> filters,
    @Nullable Integer limit,
    @Nullable String logs) {

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
        logs == null ? null : Names.read(LogChart.class, "logs", logs));
  }

  static PlanForm of(Plan plan) {
    Grain grain = plan.grain();
    LogChart logs = plan.logs();
    return new PlanForm(
        Names.of(plan.drawing()),
        plan.metrics().stream().map(Metric::wireName).toList(),
        plan.by().stream().map(Dimension::wireName).toList(),
        grain == null ? null : Names.of(grain),
        plan.filters().stream().map(ConditionForm::of).toList(),
        plan.limit(),
        logs == null ? null : Names.of(logs));
  }
}
