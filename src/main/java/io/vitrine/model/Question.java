package io.vitrine.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that can be asked. A question is a value: equal questions over equal data have equal
 * answers, so it is the key of every cache.
 */
public sealed interface Question
    permits Question.Totals,
        Question.Trend,
        Question.Breakdown,
        Question.Exposures,
        Question.Table,
        Products,
        PriceBands,
        Association,
        Distribution,
        Funnel,
        VisitorSegments,
        Carts,
        CartList,
        Attribution,
        LogFigures,
        BuyerHistories,
        Cohort,
        Paths,
        Timeline,
        Outcomes {

  Span period();

  List<Filter> filters();

  Comparison comparison();

  /**
   * One row: each metric over the whole period.
   *
   * @param metrics at least one
   */
  record Totals(List<Metric> metrics, Span period, List<Filter> filters, Comparison comparison)
      implements Question {
    public Totals {
      metrics = someOf(metrics);
      filters = List.copyOf(filters);
    }
  }

  /**
   * One row per bucket of time, buckets without events included.
   *
   * @param metrics at least one
   * @param grain width of a bucket
   */
  record Trend(
      List<Metric> metrics, Span period, Grain grain, List<Filter> filters, Comparison comparison)
      implements Question {
    public Trend {
      metrics = someOf(metrics);
      filters = List.copyOf(filters);
    }
  }

  /**
   * One row per value of the dimensions that occurs.
   *
   * @param metrics at least one
   * @param by one to three dimensions
   * @param sort order of the rows; ties are broken by the dimensions
   * @param limit most rows, 1 to 10,000; the answer says when more were left out
   */
  record Breakdown(
      List<Metric> metrics,
      List<Dimension> by,
      Span period,
      List<Filter> filters,
      Comparison comparison,
      Sort sort,
      int limit)
      implements Question {
    public Breakdown {
      metrics = someOf(metrics);
      by = List.copyOf(by);
      filters = List.copyOf(filters);
      if (by.isEmpty() || by.size() > 3) {
        throw Problem.caller(
            "breakdown_dimensions", "a breakdown is by 1 to 3 dimensions, not " + by.size());
      }
      if (limit < 1 || limit > 10_000) {
        throw Problem.caller("breakdown_limit", "limit is 1 to 10000, not " + limit);
      }
    }
  }

  /**
   * One row per experiment and variant: first exposure (time), exposed visitors, buyers (those with
   * an order of the ledger, not cancelled, at or after their first exposure), and visitors who saw
   * more than one variant. A visitor counts for the variant of the first exposure.
   *
   * @param since first days of experiments that began later than the period, by key: what was shown
   *     before does not count
   */
  record Exposures(Span period, SortedMap<String, LocalDate> since, List<Filter> filters)
      implements Question {
    public Exposures {
      since = Collections.unmodifiableSortedMap(new TreeMap<>(since));
      filters = List.copyOf(filters);
    }

    public Exposures(Span period, List<Filter> filters) {
      this(period, new TreeMap<>(), filters);
    }

    @Override
    public Comparison comparison() {
      return Comparison.NONE;
    }
  }

  /**
   * A page of a table of the shop's history, in the table's own order.
   *
   * @param table which
   * @param period chooses rows; {@link Period#ALWAYS} for all
   * @param offset rows before the page, at least 0
   * @param limit most rows of the page, 1 to 10,000
   */
  record Table(ShopTable table, Period period, long offset, int limit) implements Question {
    public Table {
      if (offset < 0) {
        throw Problem.caller("table_offset", "offset is at least 0, not " + offset);
      }
      if (limit < 1 || limit > 10_000) {
        throw Problem.caller("table_limit", "limit is 1 to 10000, not " + limit);
      }
    }

    @Override
    public List<Filter> filters() {
      return List.of();
    }

    @Override
    public Comparison comparison() {
      return Comparison.NONE;
    }
  }

  private static List<Metric> someOf(List<Metric> metrics) {
    if (metrics.isEmpty() || metrics.size() > 40) {
      throw Problem.caller(
          "question_metrics", "a question asks for 1 to 40 metrics, not " + metrics.size());
    }
    return List.copyOf(metrics);
  }
}
