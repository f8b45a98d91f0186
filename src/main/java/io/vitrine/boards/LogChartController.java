package io.vitrine.boards;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.boards.PlanForm.ConditionForm;
import io.vitrine.model.Filter;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.shop.AnswerForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Figures of charts that people make of logs. */
@RestController
class LogChartController {

  private final LogCounting counting;
  private final Charts charts;

  LogChartController(LogCounting counting, Charts charts) {
    this.counting = counting;
    this.charts = charts;
  }

  /**
   * Counts what a chart of logs with a log_count says, over whole days of the shop. A viewer counts
   * by plain words, and whatever a saved chart says that the viewer may see.
   */
  @PostMapping(
      path = "/api/shop/charts/logs",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Role.VIEWER)
  AnswerForm count(@RequestBody LogChartForm form, Caller caller) {
    Plan plan = form.own();
    LogCount count = Objects.requireNonNull(plan.logCount());
    if (!caller.may(Role.ANALYST) && !counting.isBasic(count) && !isSaved(plan, caller)) {
      throw new Problem(
          "role_too_low",
          Problem.Category.FORBIDDEN,
          "a viewer counts by plain words; conditions on fields need the role analyst");
    }
    return AnswerForm.of(counting.ask(plan.and(form.more()), form.period()));
  }

  private boolean isSaved(Plan plan, Caller caller) {
    return charts.shelf().list(caller).stream().map(charts::plan).anyMatch(plan::equals);
  }

  /**
   * What a chart of logs is asked.
   *
   * @param plan of a chart with a log_count
   * @param from first day
   * @param to last day
   * @param filters of the page, beside those of the plan
   */
  @Schema(name = "LogChartQuestion")
  record LogChartForm(
      @Nullable PlanForm plan,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable List<ConditionForm> filters) {

    Plan own() {
      Plan own = plan == null ? null : plan.plan();
      if (own == null || own.logCount() == null) {
        throw Problem.caller("field_missing", "plan.log_count is missing");
      }
      return own;
    }

    Period period() {
      if (from == null || to == null) {
        throw Problem.caller("field_missing", "from and to name the first and the last day");
      }
      return new Period(from, to);
    }

    List<Filter> more() {
      return filters == null ? List.of() : filters.stream().map(ConditionForm::filter).toList();
    }
  }
}
