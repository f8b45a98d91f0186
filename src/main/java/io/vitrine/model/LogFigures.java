package io.vitrine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures over logs: one row per group that occurs, or one row in all. Logs count whoever caused
 * them, robots too, unless a filter says otherwise. There is no comparison; who wants one asks
 * twice.
 *
 * @param figures at least one
 * @param by no more than four; empty for one row
 * @param where all must hold
 * @param grain width of the buckets of {@link LogDimension#TIME}; null without it
 * @param filters on those dimensions of the shop that logs have; others are refused
 * @param sort a figure or dimension of the question
 * @param limit most rows, 1 to 10,000
 */
public record LogFigures(
    List<LogFigure> figures,
    List<LogDimension> by,
    List<Among> where,
    Span period,
    @Nullable Grain grain,
    List<Filter> filters,
    Sort sort,
    int limit)
    implements Question {

  /**
   * A condition: the value is one of some.
   *
   * @param values at least one
   */
  public record Among(LogDimension field, List<String> values) {
    public Among {
      values = List.copyOf(values);
      if (values.isEmpty() || field == LogDimension.TIME) {
        throw Problem.caller(
            "log_condition",
            "a condition on logs names values of a field, not of " + field.wireName());
      }
    }
  }

  public LogFigures {
    figures = List.copyOf(figures);
    by = List.copyOf(by);
    where = List.copyOf(where);
    filters = List.copyOf(filters);
    if (figures.isEmpty() || by.size() > 4) {
      throw Problem.caller(
          "log_figures", "a question about logs has at least one figure and at most 4 dimensions");
    }
    if (by.contains(LogDimension.TIME) && grain == null) {
      throw Problem.caller("log_grain", "a question by time names its grain");
    }
    if (limit < 1 || limit > 10_000) {
      throw Problem.caller("breakdown_limit", "limit is 1 to 10000, not " + limit);
    }
  }

  @Override
  public Comparison comparison() {
    return Comparison.NONE;
  }
}
