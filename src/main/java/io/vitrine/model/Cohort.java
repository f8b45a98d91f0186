package io.vitrine.model;

import java.util.List;
import java.util.Set;

/**
 * What became of visitors who began in the same week or month: one row per cohort and age, ages
 * counted in calendar weeks (from Monday) or months, the cohort's own being 0. Filters are about
 * how they began: the first session, or the first order.
 *
 * @param beginning what makes them one cohort
 * @param grain week or month
 * @param period cohorts that lie in these days at least in part; they are always whole ones
 */
public record Cohort(Beginning beginning, Grain grain, Period period, List<Filter> filters)
    implements Question {

  /** What a visitor's cohort is told by. */
  public enum Beginning {
    FIRST_VISIT,
    /** The first order that was not cancelled. */
    FIRST_PURCHASE
  }

  /** A visit or an order may be of several products; logs are of nobody. */
  private static final Set<Dimension> NEVER =
      Set.of(
          Dimension.PRODUCT,
          Dimension.CATEGORY,
          Dimension.TYPE,
          Dimension.LEVEL,
          Dimension.SERVICE);

  public Cohort {
    filters = List.copyOf(filters);
    if (grain != Grain.WEEK && grain != Grain.MONTH) {
      throw Problem.caller("cohort_grain", "cohorts are of a week or a month");
    }
    for (Filter filter : filters) {
      if (NEVER.contains(filter.field())) {
        throw Problem.caller(
            "cohort_filter", "cohorts are not filtered by " + filter.field().wireName());
      }
    }
  }

  @Override
  public Comparison comparison() {
    return Comparison.NONE;
  }
}
