package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Association;
import io.vitrine.model.Attribution;
import io.vitrine.model.BuyerHistories;
import io.vitrine.model.CartList;
import io.vitrine.model.Carts;
import io.vitrine.model.Cohort;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Distribution;
import io.vitrine.model.Filter;
import io.vitrine.model.Funnel;
import io.vitrine.model.Grain;
import io.vitrine.model.LogFigures;
import io.vitrine.model.Metric;
import io.vitrine.model.Outcomes;
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
import io.vitrine.model.VisitorSegments;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as JSON. Which members a kind takes is said in the OpenAPI text. Fields instead of a
 * record: most kinds take few of the members, and each kind adds one of its own.
 */
@Schema(name = "Question")
final class QuestionForm {

  /** Name of the kind. */
  public @Nullable String kind;

  /** Names of the catalogue. */
  public @Nullable List<String> metrics;

  /** Dimensions to split by. */
  public @Nullable List<String> by;

  /** Days or instants. */
  public @Nullable SpanForm period;

  /** Bucket of a trend; day when absent. */
  public @Nullable String grain;

  /** All must hold. */
  public @Nullable List<FilterForm> filters;

  /** None when absent. */
  public @Nullable String comparison;

  /** Of a breakdown; the first metric, largest first, when absent. */
  public @Nullable SortForm sort;

  /** Most rows; 50 when absent. */
  public @Nullable Integer limit;

  /** Name of a table of the history. */
  public @Nullable String table;

  /** Rows before the page; 0 when absent. */
  public @Nullable Long offset;

  /** What Products takes besides. */
  public @Nullable ProductsForm products;

  /** What Association takes besides. */
  public @Nullable AssociationForm association;

  /** What a Distribution is of. */
  public @Nullable DistributionForm distribution;

  /** What VisitorSegments takes besides. */
  public @Nullable SegmentsForm segments;

  /** What Paths takes besides. */
  public @Nullable PathsForm paths;

  /** Whose timeline. */
  public @Nullable TimelineForm timeline;

  /** What a Cohort begins with. */
  public @Nullable CohortForm cohort;

  /** Steps of a funnel and what is shown of them. */
  public @Nullable FunnelForm funnel;

  /** What carts are told apart by, or of which state they are listed. */
  public @Nullable CartsForm carts;

  /** What orders are owed to. */
  public @Nullable AttributionForm attribution;

  /** What is counted of logs. */
  public @Nullable LogFiguresForm logs;

  /** What of an experiment is asked for. */
  public @Nullable OutcomesForm outcomes;

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
  record SortForm(@Nullable String column, @Nullable Boolean descending) {

    static SortForm of(Sort sort) {
      return new SortForm(sort.column(), sort.descending());
    }
  }

  /** The names of all kinds. */
  static List<String> kinds() {
    return Arrays.stream(Question.class.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .toList();
  }

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
          new Question.Table(Words.read(ShopTable.class, "table", table), days(), skip(), rows());
      case "Products" -> listed();
      case "PriceBands" -> new PriceBands(span(), conditions(), compared());
      case "Association" -> pairs();
      case "Distribution" ->
          new Distribution(
              options("distribution", distribution).read(), span(), conditions(), compared());
      case "Funnel" -> {
        FunnelForm options = options("funnel", funnel);
        yield new Funnel(
            options.way(), options.show(by, grain, limit), span(), conditions(), compared());
      }
      case "VisitorSegments" -> segmented();
      case "Carts" -> new Carts(cartOptions().dimension(), span(), conditions(), compared());
      case "CartList" -> new CartList(cartOptions().read(), span(), conditions(), skip(), rows());
      case "Attribution" ->
          new Attribution(
              origins().dimension(), origins().days(), span(), conditions(), compared());
      case "LogFigures" -> logFigures();
      case "BuyerHistories" -> new BuyerHistories(days(), conditions());
      case "Outcomes" ->
          options("outcomes", outcomes).question(wholeDays("outcomes"), conditions());
      case "Cohort" -> cohorts();
      case "Paths" ->
          (paths == null ? PathsForm.DEFAULT : paths)
              .question(wholeDays("paths"), conditions(), limit);
      case "Timeline" -> timelineOfOne();
      case null, default ->
          throw Problem.caller(
              "question_kind", "kind is one of " + String.join(", ", kinds()) + ", not " + kind);
    };
  }

  private Question logFigures() {
    if (compared() != Comparison.NONE) {
      throw Problem.caller("log_comparison", "figures over logs are not compared in time");
    }
    Sort sorted = sort == null || sort.column() == null ? null : order();
    return options("logs", logs)
        .question(span(), grain == null ? null : bucket(), conditions(), sorted, rows());
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
        skip(),
        rows());
  }

  private VisitorSegments segmented() {
    SegmentsForm options = segments == null ? SegmentsForm.DEFAULT : segments;
    if (!(span() instanceof Period days)) {
      throw Problem.caller("segments_period", "the period of segments is whole days, from and to");
    }
    return new VisitorSegments(
        days, conditions(), compared(), options.chosenScheme(), options.chosenView());
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

  private CartsForm cartOptions() {
    return carts == null ? CartsForm.NONE : carts;
  }

  private AttributionForm origins() {
    return attribution == null ? AttributionForm.NONE : attribution;
  }

  private Cohort cohorts() {
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

  private Timeline timelineOfOne() {
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

  /** What a kind is asked for besides. */
  private <T> T options(String name, @Nullable T options) {
    if (options == null) {
      throw Problem.caller("missing_member", kind + " needs the member " + name);
    }
    return options;
  }

  private List<Metric> someMetrics() {
    return Words.readAll(Metric.class, "metrics", metrics);
  }

  private List<Dimension> dimensions() {
    return Words.readAll(Dimension.class, "by", by);
  }

  /** Of a table: whole days, or all of them. */
  private Period days() {
    if (period == null) {
      return Period.ALWAYS;
    }
    if (period.span() instanceof Period days) {
      return days;
    }
    throw Problem.caller(
        "table_period", "the period of a table or of buyers is whole days, from and to");
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

  private long skip() {
    return offset == null ? 0 : offset;
  }

  /** The form of a question, so that a reader can ask it again. */
  static QuestionForm of(Question question) {
    QuestionForm form = new QuestionForm();
    form.kind = question.getClass().getSimpleName();
    form.period = SpanForm.of(question.period());
    form.filters = question.filters().stream().map(FilterForm::of).toList();
    if (question.comparison() != Comparison.NONE) {
      form.comparison = Words.write(question.comparison());
    }
    form.own(question);
    return form;
  }

  /** What a kind has besides period, filters and comparison. */
  private void own(Question question) {
    switch (question) {
      case Question.Totals asked -> metrics = names(asked.metrics());
      case Question.Trend asked -> {
        metrics = names(asked.metrics());
        grain = Words.write(asked.grain());
      }
      case Question.Breakdown asked -> {
        metrics = names(asked.metrics());
        by = asked.by().stream().map(Dimension::wireName).toList();
        sort = SortForm.of(asked.sort());
        limit = asked.limit();
      }
      // The first days of experiments are for Home alone, which asks without a form.
      case Question.Exposures asked -> {}
      case Question.Table asked -> {
        table = asked.table().wireName();
        offset = asked.offset();
        limit = asked.limit();
      }
      case Products asked -> {
        products = ProductsForm.of(asked);
        sort = SortForm.of(asked.sort());
        offset = asked.offset();
        limit = asked.limit();
      }
      case PriceBands asked -> {}
      case Association asked -> {
        association = AssociationForm.of(asked);
        by = List.of(asked.by().wireName());
        limit = asked.limit();
      }
      case Funnel asked -> {
        funnel = FunnelForm.of(asked);
        by = FunnelForm.by(asked);
        grain = FunnelForm.grain(asked);
        limit = FunnelForm.limit(asked);
      }
      case VisitorSegments asked -> segments = SegmentsForm.of(asked);
      case LogFigures asked -> {
        logs = LogFiguresForm.of(asked);
        grain = asked.grain() == null ? null : Words.write(asked.grain());
        sort = SortForm.of(asked.sort());
        limit = asked.limit();
      }
      case BuyerHistories asked -> {}
      case Outcomes asked -> outcomes = OutcomesForm.of(asked);
      case Cohort asked -> {
        cohort = CohortForm.of(asked);
        grain = Words.write(asked.grain());
      }
      case Paths asked -> {
        paths = PathsForm.of(asked);
        limit = asked.limit();
      }
      case Timeline asked -> {
        timeline = TimelineForm.of(asked);
        limit = asked.limit();
      }
      case Distribution asked -> distribution = new DistributionForm(Words.write(asked.quantity()));
      case Carts asked -> carts = CartsForm.of(asked);
      case CartList asked -> {
        carts = new CartsForm(null, Words.write(asked.state()));
        offset = asked.offset();
        limit = asked.limit();
      }
      case Attribution asked ->
          attribution = new AttributionForm(asked.by().wireName(), asked.lookBack());
    }
  }

  private static List<String> names(List<Metric> metrics) {
    return metrics.stream().map(Metric::wireName).toList();
  }
}
