package io.vitrine.store.sql;

import io.vitrine.model.Answer;
import io.vitrine.model.Answer.Column;
import io.vitrine.model.Dimension;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The columns of an answer.
 *
 * @param columns in their order
 * @param ratios per column whether it is absent, not zero, where nothing happened
 */
record Columns(List<Column> columns, List<Boolean> ratios) {

  static final String PRODUCT_NAME = "product_name";

  private Columns() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  static Columns of(List<Dimension> by, List<Metric> metrics, boolean compared) {
    Columns columns = new Columns();
    by.forEach(columns::add);
    columns.add(metrics, compared);
    return columns;
  }

  static Columns of(Grain grain, List<Metric> metrics, boolean compared) {
    Columns columns = new Columns();
    boolean times = grain == Grain.HOUR || grain == Grain.MINUTE;
    columns.add("bucket", times ? Answer.Type.TIMESTAMP : Answer.Type.DATE);
    columns.add(metrics, compared);
    return columns;
  }

  static Columns ofExposures() {
    Columns columns = new Columns();
    columns.add("experiment", Answer.Type.TEXT);
    columns.add("variant", Answer.Type.TEXT);
    columns.add("first_exposure", Answer.Type.TIMESTAMP);
    for (String count : List.of("visitors", "buyers", "several_variants")) {
      columns.columns.add(new Column(count, Answer.Type.INTEGER, Answer.Role.METRIC, Unit.COUNT));
    }
    return new Columns(columns.columns, Collections.nCopies(columns.columns.size(), false));
  }

  static Columns ofBuyerHistories() {
    Columns columns = new Columns();
    for (String count : List.of("repeats", "recency", "age")) {
      columns.add(count, Answer.Type.INTEGER);
    }
    columns.columns.add(
        new Column("mean_value", Answer.Type.DECIMAL, Answer.Role.METRIC, Unit.MONEY));
    columns.columns.add(new Column("buyers", Answer.Type.INTEGER, Answer.Role.METRIC, Unit.COUNT));
    return new Columns(columns.columns, Collections.nCopies(columns.columns.size(), false));
  }

  private void add(Dimension dimension) {
    add(dimension.wireName(), type(dimension));
    if (dimension == Dimension.PRODUCT) {
      add(PRODUCT_NAME, Answer.Type.TEXT);
    }
  }

  private void add(String name, Answer.Type type) {
    columns.add(new Column(name, type, Answer.Role.DIMENSION, null));
    ratios.add(false);
  }

  private void add(List<Metric> metrics, boolean compared) {
    metrics.forEach(metric -> add(metric, "", Answer.Role.METRIC));
    if (compared) {
      metrics.forEach(metric -> add(metric, "_previous", Answer.Role.COMPARISON));
    }
  }

  private void add(Metric metric, String suffix, Answer.Role role) {
    columns.add(new Column(metric.wireName() + suffix, type(metric), role, metric.unit()));
    ratios.add(Formula.of(metric).ratio());
  }

  private static Answer.Type type(Metric metric) {
    return metric.unit() == Unit.COUNT ? Answer.Type.INTEGER : Answer.Type.DECIMAL;
  }

  static Answer.Type type(Dimension dimension) {
    return switch (dimension.kind()) {
      case TEXT -> Answer.Type.TEXT;
      case INTEGER -> Answer.Type.INTEGER;
      case DATE -> Answer.Type.DATE;
      case FLAG -> Answer.Type.BOOLEAN;
    };
  }
}
