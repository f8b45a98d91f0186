package io.vitrine.store.sql;

import io.vitrine.model.Dimension;
import io.vitrine.model.EventType;
import io.vitrine.model.Filter;
import io.vitrine.model.Metric;
import io.vitrine.model.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the measures of some metrics over some time, grouped by keys: one select per table that is
 * needed, added up. Its columns are key0, key1, ... and the measures by their names.
 */
final class Counting {

  private static final String LOG_TYPES =
      EventType.logs().stream()
          .map(type -> "'" + type.name() + "'")
          .sorted()
          .collect(Collectors.joining(", ", "(", ")"));

  private final List<Dimension> by;
  private final List<Filter> filters;
  private final When when;
  private final Dialect dialect;
  private final Map<Measure, Facts> sources = new EnumMap<>(Measure.class);

  Counting(
      List<Metric> metrics, List<Dimension> by, List<Filter> filters, When when, Dialect dialect) {
    this.by = by;
    this.filters = filters;
    this.when = when;
    this.dialect = dialect;
    metrics.forEach(this::place);
  }

  private void place(Metric metric) {
    for (Measure measure : Formula.of(metric).measures()) {
      sources.put(measure, source(metric, measure));
    }
  }

  private Facts source(Metric metric, Measure measure) {
    Set<Dimension> used = used();
    return Arrays.stream(Facts.values())
        .filter(facts -> facts.suits(measure, used, when))
        .findFirst()
        .orElseThrow(() -> noSense(metric, measure, used));
  }

  private Set<Dimension> used() {
    Set<Dimension> used = EnumSet.noneOf(Dimension.class);
    used.addAll(by);
    filters.forEach(filter -> used.add(filter.field()));
    return used;
  }

  private static Problem noSense(Metric metric, Measure measure, Set<Dimension> used) {
    String dimensions =
        used.stream()
            .filter(
                dimension ->
                    Arrays.stream(Facts.values())
                        .noneMatch(
                            facts -> facts.measure(measure).isPresent() && facts.has(dimension)))
            .map(Dimension::wireName)
            .collect(Collectors.joining(", "));
    return Problem.caller(
        "metric_without_dimension",
        metric.wireName()
            + " cannot be counted by "
            + (dimensions.isEmpty()
                ? used.stream().map(Dimension::wireName).collect(Collectors.joining(" and "))
                : dimensions));
  }

  boolean isRaw() {
    return sources.values().stream().anyMatch(Facts::isRaw);
  }

  boolean isDerived() {
    return sources.values().stream().anyMatch(Facts::isDerived);
  }

  boolean countsMoney() {
    return sources.keySet().stream().anyMatch(Measure::isMoney);
  }

  int keys() {
    return by.size() + (when.grain() == null ? 0 : 1);
  }

  /** The whole select. */
  Sql sql() {
    List<Sql> parts = new LinkedHashSet<>(sources.values()).stream().map(this::part).toList();
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return Sql.of("SELECT " + String.join(",\n  ", sums()) + "\nFROM (\n")
        .then(Sql.join("\nUNION ALL\n", parts))
        .then(")" + groupBy());
  }

  private List<String> sums() {
    List<String> columns = new ArrayList<>(keyNames());
    for (Measure measure : sources.keySet()) {
      columns.add("sum(%1$s) AS %1$s".formatted(measure.column()));
    }
    return columns;
  }

  private List<String> keyNames() {
    return IntStream.range(0, keys()).mapToObj(i -> "key" + i).toList();
  }

  private String groupBy() {
    return keys() == 0 ? "" : "\nGROUP BY " + String.join(", ", keyNames());
  }

  private Sql part(Facts facts) {
    List<Sql> columns = new ArrayList<>(keyColumns(facts));
    sources.forEach((measure, source) -> columns.add(column(facts, measure, source)));
    List<Sql> conditions = new ArrayList<>();
    conditions.add(when.rows(facts));
    kind(facts).ifPresent(kind -> conditions.add(Sql.of(kind)));
    conditions.addAll(new Conditions(dialect).all(filters, facts));
    return Sql.of("SELECT ")
        .then(Sql.join(",\n  ", columns))
        .then("\nFROM ")
        .then(relation(facts))
        .then("\nWHERE ")
        .then(Sql.join("\n  AND ", conditions))
        .then(groupBy());
  }

  /** Where events of visitors and logs share a table: those that are asked for. */
  private Optional<String> kind(Facts facts) {
    if (facts.countsVisitors()) {
      return Optional.empty();
    }
    boolean events = sources.get(Measure.EVENTS) == facts;
    boolean logs = sources.get(Measure.LOGS) == facts || sources.get(Measure.ERRORS) == facts;
    if (events && logs) {
      return Optional.empty();
    }
    return Optional.of(events ? "f.events > 0" : "f.logs > 0");
  }

  private List<Sql> keyColumns(Facts facts) {
    List<Sql> columns = new ArrayList<>();
    if (when.grain() != null) {
      columns.add(Sql.of(when.bucket(facts, dialect) + " AS key0"));
    }
    for (Dimension dimension : by) {
      columns.add(Sql.of(facts.column(dimension, dialect) + " AS key" + columns.size()));
    }
    return columns;
  }

  private Sql column(Facts facts, Measure measure, Facts source) {
    String as = " AS " + measure.column();
    if (facts != source) {
      return Sql.of("CAST(NULL AS " + measure.type() + ")" + as);
    }
    String expression = facts.measure(measure).orElseThrow();
    return filled(expression, measure).then(as);
  }

  private Sql filled(String expression, Measure measure) {
    String text =
        expression
            .replace("[session_end]", dialect.millis("f.session_end"))
            .replace("[session_start]", dialect.millis("f.session_start"));
    Sql cast = Sql.of("CAST(" + text + " AS " + measure.type() + ")");
    return text.contains("[start]") ? started(cast.text()) : cast;
  }

  /** The first day of a row's bucket, from which a visitor counts once. */
  private Sql started(String text) {
    LocalDate from = when.range().start().atZone(when.zone()).toLocalDate();
    String bucket = bucketStart();
    return bucket == null
        ? Sql.of(text.replace("[start]", "CAST(? AS DATE)"), from)
        : Sql.of(text.replace("[start]", "greatest(" + bucket + ", CAST(? AS DATE))"), from);
  }

  private @Nullable String bucketStart() {
    if (when.grain() != null) {
      return when.bucket(Facts.VISITOR_DAYS, dialect);
    }
    return by.isEmpty() ? null : "f.day";
  }

  private Sql relation(Facts facts) {
    return switch (facts) {
      case RAW_VISITS -> raw(Statements.QUESTIONS.get("raw_visits"));
      case RAW_TYPES -> raw(Statements.QUESTIONS.get("raw_types").replace("[logs]", LOG_TYPES));
      case VISITOR_DAYS, HOURS, PRODUCT_DAYS, VISITS, GOODS, SALES, TYPES ->
          Sql.of(facts.relation(used()));
    };
  }

  private Sql raw(String text) {
    return Sql.of("(\n" + text + "\n) f", when.start(), when.end());
  }
}
