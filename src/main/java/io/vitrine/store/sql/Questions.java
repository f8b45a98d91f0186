package io.vitrine.store.sql;

import io.vitrine.model.Answer;
import io.vitrine.model.Association;
import io.vitrine.model.Attribution;
import io.vitrine.model.BuyerHistories;
import io.vitrine.model.CartList;
import io.vitrine.model.CartRules;
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
import io.vitrine.model.NoOrigins;
import io.vitrine.model.Outcomes;
import io.vitrine.model.Paths;
import io.vitrine.model.Period;
import io.vitrine.model.PriceBands;
import io.vitrine.model.Problem;
import io.vitrine.model.Products;
import io.vitrine.model.Question;
import io.vitrine.model.Span;
import io.vitrine.model.TimeRange;
import io.vitrine.model.Timeline;
import io.vitrine.model.VisitorSegments;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns questions into SQL. Pure: the same question always gives the same text and values. */
public final class Questions {

  private static final String CONDITIONS = "[conditions]";

  private final ZoneId zone;
  private final Dialect dialect;
  private final Tables tables;
  private final CartQuestions carts;
  private final Attributions attributions;
  private final ProductRows productRows;
  private final AssociationRows associationRows;
  private final SegmentRows segmentRows;

  /** Questions of a shop in a time zone, with its rules for carts and origins. */
  public Questions(
      ZoneId zone, Dialect dialect, Tables tables, CartRules carts, NoOrigins noOrigins) {
    this.zone = zone;
    this.dialect = dialect;
    this.tables = tables;
    this.carts = new CartQuestions(zone, dialect, carts);
    this.attributions = new Attributions(zone, dialect, noOrigins, tables.digits());
    this.productRows = new ProductRows(zone, dialect);
    this.associationRows = new AssociationRows(zone, dialect);
    this.segmentRows = new SegmentRows(zone, dialect);
  }

  /**
   * The SQL of a question.
   *
   * @throws Problem of category CALLER for one that makes no sense
   */
  public Asked ask(Question question) {
    return switch (question) {
      case Question.Totals totals -> totals(totals);
      case Question.Trend trend -> trend(trend);
      case Question.Breakdown breakdown -> breakdown(breakdown);
      case Question.Exposures exposures -> exposures(exposures);
      case Question.Table table -> table(table);
      case LogFigures figures -> new LogCounting(zone, dialect).ask(figures);
      case Paths paths ->
          Asked.listing(
              new PathRows(zone, dialect).rows(paths),
              PathRows.columns(paths),
              null,
              paths.show() == Paths.Show.WAYS,
              Map.of());
      case Timeline timeline ->
          Asked.listing(
              new PathRows(zone, dialect).timeline(timeline),
              PathRows.timelineColumns(),
              null,
              true,
              Map.of());
      case Cohort cohort ->
          Asked.listing(
              new Cohorts(dialect).rows(cohort),
              Cohorts.columns(),
              null,
              false,
              notes(cohort, true));
      case Funnel funnel -> new Funnels(zone, dialect).ask(funnel, comparedWith(funnel));
      case Carts asked -> carts.ask(asked, comparedWith(question));
      case CartList asked -> carts.ask(asked);
      case Attribution asked ->
          attributions.ask(asked, comparedWith(question), notes(question, true));
      case Products products -> products(products);
      case PriceBands bands ->
          Asked.listing(
              productRows.bands(bands), ProductRows.bands(), null, false, notes(bands, true));
      case Association pairs ->
          Asked.listing(
              associationRows.rows(pairs), AssociationRows.columns(), null, true, Map.of());
      case Distribution distribution ->
          new Distributions(zone, dialect)
              .ask(
                  distribution,
                  comparedWith(question),
                  notes(question, distribution.quantity().isOfOrders()));
      case VisitorSegments segments -> segments(segments);
      case BuyerHistories buyers -> new BuyerHistorySql(dialect).ask(buyers);
      case Outcomes outcomes -> new OutcomeRows(dialect).ask(outcomes);
    };
  }

  private Asked segments(VisitorSegments question) {
    return Asked.listing(
        segmentRows.rows(question),
        SegmentRows.columns(question),
        comparedWith(question),
        false,
        question.view() == VisitorSegments.View.SHARES ? notes(question, true) : Map.of());
  }

  private Asked products(Products question) {
    Span comparedWith = comparedWith(question);
    return Asked.listing(
        productRows.rows(question, comparedWith),
        ProductRows.columns(comparedWith != null),
        comparedWith,
        true,
        notes(question, true));
  }

  private Asked totals(Question.Totals question) {
    return beside(question, question.metrics(), List.of(), Sql.of(""), false);
  }

  private Asked breakdown(Question.Breakdown question) {
    if (question.comparison() != Comparison.NONE && question.by().contains(Dimension.DAY)) {
      throw Problem.caller(
          "comparison_by_day", "days are compared in a trend, not in a breakdown by day");
    }
    Sql tail = Sql.of("\nORDER BY " + order(question) + "\nLIMIT ?", (long) question.limit());
    return beside(question, question.metrics(), question.by(), tail, true);
  }

  /** Metrics by dimensions, those of the compared time beside them. */
  private Asked beside(
      Question question, List<Metric> metrics, List<Dimension> by, Sql tail, boolean counted) {
    Counting now = counting(metrics, by, question.filters(), question.period(), null);
    Span comparedWith = comparedWith(question);
    List<String> columns = new ArrayList<>(keys(by));
    columns.addAll(metrics(metrics, "n", ""));
    Sql from = Sql.of("\nFROM (\n").then(now.sql()).then("\n) n");
    if (comparedWith != null) {
      columns.addAll(metrics(metrics, "b", "_previous"));
      Counting before = counting(metrics, by, question.filters(), comparedWith, null);
      from = from.then("\nLEFT JOIN (\n").then(before.sql()).then("\n) b ON " + sameKeys(by));
    }
    if (by.contains(Dimension.PRODUCT)) {
      from =
          from.then(
              "\nLEFT JOIN products p ON p.product_id = n.key" + by.indexOf(Dimension.PRODUCT));
    }
    if (counted) {
      columns.add("count(*) OVER () AS rows_before_limit");
    }
    Sql sql = Sql.of("SELECT " + String.join(",\n  ", columns)).then(from).then(tail);
    return asked(question, sql, null, Columns.of(by, metrics, comparedWith != null), counted, now);
  }

  private static List<String> keys(List<Dimension> by) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < by.size(); i++) {
      columns.add("n.key" + i + " AS \"" + by.get(i).wireName() + "\"");
      if (by.get(i) == Dimension.PRODUCT) {
        columns.add("p.product_name AS \"" + Columns.PRODUCT_NAME + "\"");
      }
    }
    return columns;
  }

  private static List<String> metrics(List<Metric> metrics, String table, String suffix) {
    return metrics.stream()
        .map(
            metric ->
                Formula.of(metric).over(column -> table + "." + column)
                    + " AS \""
                    + metric.wireName()
                    + suffix
                    + "\"")
        .toList();
  }

  private static String sameKeys(List<Dimension> by) {
    List<String> same = new ArrayList<>(List.of("true"));
    for (int i = 0; i < by.size(); i++) {
      same.add("b.key" + i + " IS NOT DISTINCT FROM n.key" + i);
    }
    return String.join(" AND ", same);
  }

  private static String order(Question.Breakdown question) {
    String column = question.sort().column();
    boolean known =
        question.metrics().stream().anyMatch(metric -> metric.wireName().equals(column))
            || question.by().stream().anyMatch(dimension -> dimension.wireName().equals(column));
    if (!known) {
      throw Problem.caller(
          "sort_column", "the rows cannot be sorted by " + column + ", which is not asked for");
    }
    String ties =
        question.by().stream()
            .map(dimension -> "\"" + dimension.wireName() + "\" ASC NULLS LAST")
            .collect(Collectors.joining(", "));
    String direction = question.sort().descending() ? "DESC" : "ASC";
    return "\"" + column + "\" " + direction + " NULLS LAST, " + ties;
  }

  private Asked trend(Question.Trend question) {
    Counting now =
        counting(
            question.metrics(), List.of(), question.filters(), question.period(), question.grain());
    Span comparedWith = comparedWith(question);
    Sql before = comparedWith == null ? null : trend(question, comparedWith);
    return asked(
        question,
        trend(question, question.period()),
        before,
        Columns.of(question.grain(), question.metrics(), comparedWith != null),
        false,
        now);
  }

  private Sql trend(Question.Trend question, Span span) {
    Counting counting =
        counting(question.metrics(), List.of(), question.filters(), span, question.grain());
    String columns = String.join(",\n  ", metrics(question.metrics(), "n", ""));
    return Sql.of("SELECT n.key0 AS bucket,\n  " + columns + "\nFROM (\n")
        .then(counting.sql())
        .then("\n) n\nORDER BY bucket");
  }

  private Counting counting(
      List<Metric> metrics,
      List<Dimension> by,
      List<Filter> filters,
      Span span,
      @Nullable Grain grain) {
    boolean plain =
        filters.stream().allMatch(Conditions::isAboutBots)
            && filters.stream().noneMatch(Conditions::isAnyBot);
    return new Counting(metrics, by, filters, new When(span, grain, zone, plain), dialect);
  }

  private Asked asked(
      Question question,
      Sql sql,
      @Nullable Sql compared,
      Columns columns,
      boolean counted,
      Counting now) {
    Grain grain = question instanceof Question.Trend trend ? trend.grain() : null;
    return new Asked(
        sql,
        compared,
        columns.columns(),
        columns.ratios(),
        grain,
        comparedWith(question),
        counted,
        now.isRaw(),
        now.isDerived(),
        null,
        notes(question, now.countsMoney()));
  }

  private Map<String, Sql> notes(Question question, boolean money) {
    Map<String, Sql> notes = new LinkedHashMap<>();
    if (money) {
      When when = new When(question.period(), null, zone, false);
      for (String code : List.of("orders_without_rate", "lines_without_amount")) {
        List<Sql> conditions = new ArrayList<>(List.of(when.rows(Facts.SALES)));
        conditions.addAll(new Conditions(dialect).all(question.filters(), Facts.SALES));
        notes.put(
            code, Sql.of(Statements.QUESTIONS.get(code) + " ").then(Sql.join(" AND ", conditions)));
      }
    }
    return notes;
  }

  private Asked exposures(Question.Exposures question) {
    When when = new When(question.period(), null, zone, false);
    List<Sql> conditions = new ArrayList<>(new Conditions(dialect).ofEvents(question.filters()));
    question
        .since()
        .forEach(
            (key, day) -> conditions.add(Sql.of("NOT (experiment = ? AND day < ?)", key, day)));
    LocalDateTime start = when.start();
    LocalDateTime end = when.end();
    String text = Statements.QUESTIONS.get("exposures");
    int gap = text.indexOf(CONDITIONS);
    Sql seen = Sql.of(text.substring(0, gap), start, end);
    Sql bought = Sql.of(text.substring(gap + CONDITIONS.length()), start, end);
    Columns columns = Columns.ofExposures();
    return new Asked(
        seen.then(Sql.join(" AND ", conditions)).then(bought),
        null,
        columns.columns(),
        columns.ratios(),
        null,
        null,
        false,
        true,
        true,
        null,
        Map.of());
  }

  private Asked table(Question.Table question) {
    List<Answer.Column> columns = Tables.columns(question.table());
    return new Asked(
        tables.page(question),
        null,
        columns,
        Collections.nCopies(columns.size(), false),
        null,
        null,
        false,
        false,
        true,
        tables.count(question.table(), question.period()),
        notes(question, Tables.hasMoney(question.table())));
  }

  private @Nullable Span comparedWith(Question question) {
    return switch (question.comparison()) {
      case NONE -> null;
      case PREVIOUS_PERIOD -> before(question.period());
      case PREVIOUS_YEAR -> yearBefore(question.period());
    };
  }

  private static Span before(Span span) {
    return switch (span) {
      case Period period -> period.before();
      case TimeRange range -> {
        Duration length = Duration.between(range.start(), range.end());
        yield new TimeRange(range.start().minus(length), range.start());
      }
    };
  }

  private Span yearBefore(Span span) {
    return switch (span) {
      case Period period -> period.yearBefore();
      case TimeRange range ->
          new TimeRange(
              range.start().atZone(zone).minusYears(1).toInstant(),
              range.end().atZone(zone).minusYears(1).toInstant());
    };
  }
}
