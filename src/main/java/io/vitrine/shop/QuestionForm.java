package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Association;
import io.vitrine.model.Cohort;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Filter;
import io.vitrine.model.Funnel;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Paths;
import io.vitrine.model.Period;
import io.vitrine.model.PriceBands;
import io.vitrine.model.Problem;
import io.vitrine.model.Products;
import io.vitrine.model.Question;
import io.vitrine.model.ShopTable;
import io.vitrine.model.Sort;
import io.vitrine.model.Span;
import io.vitrine.model.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as JSON. Which members a kind takes is said in the OpenAPI text.
 *
 * @param kind Totals, Trend, Breakdown, Exposures, Table, Products, PriceBands, Association, Funnel
 *     or Cohort
 * @param metrics names of the catalogue
 * @param by dimensions of a breakdown
 * @param period days or instants
 * @param grain bucket of a trend; day when absent
 * @param filters all must hold
 * @param comparison none when absent
 * @param sort of a breakdown; the first metric, largest first, when absent
 * @param limit of a breakdown's or a table's rows; 50 when absent
 * @param table name of a table of the history
 * @param offset rows of a table or of products before the page; 0 when absent
 * @param products what Products takes besides
 * @param association what Association takes besides
 * @param funnel options of a funnel
 * @param cohort options of cohorts
 * @param paths options of ways
 * @param timeline options of a timeline
 */
@Schema(name = "Question")
record QuestionForm(
    @Nullable String kind,
    @Nullable List<String> metrics,
    @Nullable List<String> by,
    @Nullable SpanForm period,
    @Nullable String grain,
    @Nullable List<FilterForm> filters,
    @Nullable String comparison,
    @Nullable SortForm sort,
    @Nullable Integer limit,
    @Nullable String table,
    @Nullable Long offset,
    @Nullable ProductsForm products,
    @Nullable AssociationForm association,
    @Nullable FunnelForm funnel,
    @Nullable CohortForm cohort,
    @Nullable PathsForm paths,
    @Nullable TimelineForm timeline) {

  /** A condition as JSON. */
  @Schema(name = "Filter")
  record FilterForm(@Nullable String field, @Nullable String op, @Nullable List<String> values) {

    Filter filter() {
      return new Filter(
          Words.read(Dimension.class, "filters.field", field),
          Words.read(Filter.Op.class, "filters.op", op),
          values == null ? List.of() : values);
    }

    static FilterForm of(Filter filter) {
      return new FilterForm(filter.field().wireName(), Words.write(filter.op()), filter.values());
    }
  }

  /** Order as JSON. */
  @Schema(name = "Sort")
  record SortForm(@Nullable String column, @Nullable Boolean descending) {}

  /**
   * The question that this says.
   *
   * @throws Problem naming the value and the rule when it says none
   */
  Question question() {
    return switch (kind) {
      case "Totals" -> new Question.Totals(someMetrics(), span(), conditions(), compared());
      case "Trend" -> new Question.Trend(someMetrics(), span(), bucket(), conditions(), compared());
      case "Breakdown" ->
          new Question.Breakdown(
              someMetrics(), dimensions(), span(), conditions(), compared(), order(), rows());
      case "Exposures" -> new Question.Exposures(span(), conditions());
      case "Table" ->
          new Question.Table(
              Words.read(ShopTable.class, "table", table),
              days(),
              offset == null ? 0 : offset,
              rows());
      case "Funnel" -> wayOfSteps();
      case "Cohort" -> cohorts();
      case "Paths" ->
          (paths == null ? PathsForm.DEFAULT : paths)
              .question(wholeDays("paths"), conditions(), limit);
      case "Timeline" -> timelineOfOne();
      case "Products" -> listed();
      case "PriceBands" -> new PriceBands(span(), conditions(), compared());
      case "Association" -> pairs();
      case null, default ->
          throw Problem.caller(
              "question_kind",
              "kind is Totals, Trend, Breakdown, Exposures, Table, Products, PriceBands,"
                  + " Association, Funnel, Cohort, Paths or Timeline, not "
                  + kind);
    };
  }

  private Products listed() {
    ProductsForm options = products == null ? new ProductsForm(null, null) : products;
    return new Products(
        span(),
        conditions(),
        compared(),
        options.chosen(),
        options.part(),
        sort == null || sort.column() == null ? new Sort("revenue", true) : order(),
        offset == null ? 0 : offset,
        rows());
  }

  private Association pairs() {
    if (compared() != Comparison.NONE) {
      throw Problem.caller("association_comparison", "pairs are not compared in time");
    }
    if (by != null && by.size() != 1) {
      throw Problem.caller(
          "association_by", "pairs are by one dimension, product or category, not " + by.size());
    }
    AssociationForm options = association == null ? AssociationForm.DEFAULT : association;
    return new Association(
        span(),
        conditions(),
        by == null ? Dimension.PRODUCT : dimensions().getFirst(),
        options.chosen(),
        options.fewest(),
        options.with(),
        rows());
  }

  private List<Metric> someMetrics() {
    return Words.readAll(Metric.class, "metrics", metrics);
  }

  private List<Dimension> dimensions() {
    return Words.readAll(Dimension.class, "by", by);
  }

  private Question timelineOfOne() {
    if (!conditions().isEmpty()) {
      throw Problem.caller("timeline_filters", "a timeline is whole: it takes no filters");
    }
    String visitor = timeline == null || timeline.visitor() == null ? "" : timeline.visitor();
    Period days = period == null ? Period.ALWAYS : wholeDays("a timeline");
    return new Timeline(visitor, days, limit == null ? 1000 : limit);
  }

  private Period wholeDays(String asker) {
    if (compared() != Comparison.NONE) {
      throw Problem.caller("paths_comparison", asker + " is not compared in time");
    }
    if (span() instanceof Period days) {
      return days;
    }
    throw Problem.caller("paths_period", "the period of " + asker + " is whole days, from and to");
  }

  private Question cohorts() {
    if (compared() != Comparison.NONE) {
      throw Problem.caller(
          "cohort_comparison", "cohorts are compared with each other, not in time");
    }
    if (!(span() instanceof Period days)) {
      throw Problem.caller("cohort_period", "the period of cohorts is whole days, from and to");
    }
    CohortForm options = cohort == null ? new CohortForm(null) : cohort;
    Grain width = grain == null ? Grain.WEEK : Words.read(Grain.class, "grain", grain);
    return new Cohort(options.begins(), width, days, conditions());
  }

  private Question wayOfSteps() {
    if (funnel == null) {
      throw Problem.caller("missing_member", "a question of kind Funnel has a member funnel");
    }
    return new Funnel(
        funnel.way(), funnel.show(by, grain, limit), span(), conditions(), compared());
  }

  /** Of a table: whole days, or all of them. */
  private Period days() {
    if (period == null) {
      return Period.ALWAYS;
    }
    if (period.span() instanceof Period days) {
      return days;
    }
    throw Problem.caller("table_period", "the period of a table is whole days, from and to");
  }

  private Span span() {
    if (period == null) {
      throw Problem.caller("question_period", "a question names its period");
    }
    return period.span();
  }

  private Grain bucket() {
    return grain == null ? Grain.DAY : Words.read(Grain.class, "grain", grain);
  }

  private List<Filter> conditions() {
    return filters == null ? List.of() : filters.stream().map(FilterForm::filter).toList();
  }

  private Comparison compared() {
    return comparison == null
        ? Comparison.NONE
        : Words.read(Comparison.class, "comparison", comparison);
  }

  private Sort order() {
    if (sort == null || sort.column() == null) {
      return new Sort(someMetrics().getFirst().wireName(), true);
    }
    return new Sort(sort.column(), !Boolean.FALSE.equals(sort.descending()));
  }

  private int rows() {
    return limit == null ? 50 : limit;
  }

  /** The form of a question, so that a reader can ask it again. */
  static QuestionForm of(Question question) {
    return switch (question) {
      case Question.Totals asked -> form(question, asked.metrics(), null, null, null, null);
      case Question.Trend asked ->
          form(question, asked.metrics(), null, Words.write(asked.grain()), null, null);
      case Question.Breakdown asked ->
          form(question, asked.metrics(), asked.by(), null, asked.sort(), asked.limit());
      case Question.Exposures asked -> form(asked, null, null, null, null, null);
      case Question.Table asked -> form(asked);
      case Funnel asked -> form(asked);
      case Cohort asked -> form(asked);
      case Paths asked -> small(asked, asked.limit(), PathsForm.of(asked), null);
      case Timeline asked -> small(asked, asked.limit(), null, TimelineForm.of(asked));
      case Products asked -> form(asked);
      case PriceBands asked -> form(asked, null, null, null, null, null);
      case Association asked -> form(asked);
    };
  }

  private static QuestionForm form(Products asked) {
    return new QuestionForm(
        "Products",
        null,
        null,
        SpanForm.of(asked.period()),
        null,
        asked.filters().stream().map(FilterForm::of).toList(),
        Words.write(asked.comparison()),
        new SortForm(asked.sort().column(), asked.sort().descending()),
        asked.limit(),
        null,
        asked.offset(),
        ProductsForm.of(asked),
        null,
        null,
        null,
        null,
        null);
  }

  private static QuestionForm form(Association asked) {
    return new QuestionForm(
        "Association",
        null,
        List.of(asked.by().wireName()),
        SpanForm.of(asked.period()),
        null,
        asked.filters().stream().map(FilterForm::of).toList(),
        null,
        null,
        asked.limit(),
        null,
        null,
        null,
        AssociationForm.of(asked),
        null,
        null,
        null,
        null);
  }

  private static QuestionForm form(Question.Table asked) {
    return new QuestionForm(
        "Table",
        null,
        null,
        SpanForm.of(asked.period()),
        null,
        null,
        null,
        null,
        asked.limit(),
        asked.table().wireName(),
        asked.offset(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static QuestionForm small(
      Question asked, int limit, @Nullable PathsForm paths, @Nullable TimelineForm timeline) {
    return new QuestionForm(
        asked.getClass().getSimpleName(),
        null,
        null,
        SpanForm.of(asked.period()),
        null,
        asked.filters().stream().map(FilterForm::of).toList(),
        null,
        null,
        limit,
        null,
        null,
        null,
        null,
        null,
        null,
        paths,
        timeline);
  }

  private static QuestionForm form(Cohort asked) {
    return new QuestionForm(
        "Cohort",
        null,
        null,
        SpanForm.of(asked.period()),
        Words.write(asked.grain()),
        asked.filters().stream().map(FilterForm::of).toList(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        CohortForm.of(asked),
        null,
        null);
  }

  private static QuestionForm form(Funnel asked) {
    return new QuestionForm(
        "Funnel",
        null,
        FunnelForm.by(asked),
        SpanForm.of(asked.period()),
        FunnelForm.grain(asked),
        asked.filters().stream().map(FilterForm::of).toList(),
        Words.write(asked.comparison()),
        null,
        FunnelForm.limit(asked),
        null,
        null,
        null,
        null,
        FunnelForm.of(asked),
        null,
        null,
        null);
  }

  private static QuestionForm form(
      Question question,
      @Nullable List<Metric> metrics,
      @Nullable List<Dimension> by,
      @Nullable String grain,
      @Nullable Sort sort,
      @Nullable Integer limit) {
    return new QuestionForm(
        question.getClass().getSimpleName(),
        metrics == null ? null : metrics.stream().map(Metric::wireName).toList(),
        by == null ? null : by.stream().map(Dimension::wireName).toList(),
        SpanForm.of(question.period()),
        grain,
        question.filters().stream().map(FilterForm::of).toList(),
        Words.write(question.comparison()),
        sort == null ? null : new SortForm(sort.column(), sort.descending()),
        limit,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
