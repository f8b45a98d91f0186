package io.vitrine.boards;

import io.vitrine.model.Answer;
import io.vitrine.model.Answer.Column;
import io.vitrine.model.LogQuery;
import io.vitrine.model.LogQuery.Between;
import io.vitrine.model.LogQuery.Limit;
import io.vitrine.model.LogQueryText;
import io.vitrine.model.Moment;
import io.vitrine.model.Period;
import io.vitrine.model.Shop;
import io.vitrine.model.TimeRange;
import io.vitrine.model.Unit;
import io.vitrine.store.LogFound;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogSearch;
import io.vitrine.store.ValueCount;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts for the charts that people make of logs. The text index counts, so that a chart finds what
 * the search page finds; robots are counted too unless a filter says otherwise.
 */
record LogCounting(LogIndex index, Shop shop, Clock clock) {

  private static final int EVERY_VALUE = 100_000;
  private static final Column LOGS =
      new Column("logs", Answer.Type.INTEGER, Answer.Role.METRIC, Unit.COUNT);

  /** Rows of an answer, and what the reader has to know of them. */
  private record Rows(
      List<Column> columns, List<List<@Nullable Object>> rows, List<Answer.Note> notes) {}

  /**
   * Counts what a plan says.
   *
   * @throws io.vitrine.model.Problem of category CALLER for a search or a filter that cannot be one
   */
  Answer ask(Plan plan, Period period) {
    LogCount count = Objects.requireNonNull(plan.logCount());
    LogQueryText.Read read = read(count);
    TimeRange time = period.in(shop.zone());
    LogQuery query = both(both(read.query(), during(time)), LogFilters.query(plan.filters()));
    long known = index.committedSequence();
    Rows rows =
        switch (Objects.requireNonNull(plan.logs())) {
          case OVER_TIME -> overTime(plan, count, query, period);
          case TOP_VALUES -> topValues(plan, count, query);
          case RANGES -> ranges(count, query);
          case PER_HOUR, TOP_MESSAGES, AMOUNTS ->
              throw new IllegalStateException(plan.logs() + " asks the event store");
        };
    return answer(rows, read, period, known);
  }

  /** Whether everybody may ask it; conditions on fields are for analysts. */
  boolean isBasic(LogCount count) {
    return read(count).isBasic();
  }

  private LogQueryText.Read read(LogCount count) {
    Set<String> fields = index.fields();
    return LogQueryText.read(count.search(), fields::contains, Moment::of);
  }

  private static LogQuery during(TimeRange time) {
    return new Between("timestamp", new Limit(time.start(), true), new Limit(time.end(), false));
  }

  private static LogQuery both(LogQuery one, LogQuery other) {
    return LogQuery.all(List.of(one, other));
  }

  private Rows overTime(Plan plan, LogCount count, LogQuery query, Period period) {
    LogSteps steps = LogSteps.of(plan.grain(), period, shop.zone());
    Answer.Type type = steps.isHourly() ? Answer.Type.TIMESTAMP : Answer.Type.DATE;
    Column time = new Column("time", type, Answer.Role.DIMENSION, null);
    String field = count.field();
    if (field == null) {
      return new Rows(List.of(time, LOGS), steps.rows(null, counted(query, steps)), List.of());
    }
    List<ValueCount> values = values(query, field);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ValueCount value : first(values, Asking.MOST_LINES)) {
      LogQuery those = both(query, new LogQuery.Exactly(field, List.of(value.value())));
      rows.addAll(steps.rows(value.value(), counted(those, steps)));
    }
    return new Rows(
        List.of(time, dimension(field), LOGS), rows, leftOut(values, Asking.MOST_LINES));
  }

  private LogFound.@Nullable Histogram counted(LogQuery query, LogSteps steps) {
    return index
        .search(
            new LogSearch(
                query, LogSearch.Order.NEWEST, 0, null, 0, List.of(), 0, steps.histogram()))
        .histogram();
  }

  private Rows topValues(Plan plan, LogCount count, LogQuery query) {
    String field = Objects.requireNonNull(count.field());
    List<ValueCount> values = values(query, field);
    List<List<@Nullable Object>> rows =
        first(values, plan.limit()).stream()
            .map(value -> LogCounting.row(value.value(), value.count()))
            .toList();
    return new Rows(List.of(dimension(field), LOGS), rows, leftOut(values, plan.limit()));
  }

  private List<ValueCount> values(LogQuery query, String field) {
    LogFound found =
        index.search(
            new LogSearch(
                query, LogSearch.Order.NEWEST, 0, null, 0, List.of(field), EVERY_VALUE, null));
    return found.facets().getOrDefault(field, List.of());
  }

  private static List<ValueCount> first(List<ValueCount> values, int most) {
    return values.subList(0, Math.min(most, values.size()));
  }

  private static List<Answer.Note> leftOut(List<ValueCount> values, int most) {
    return values.size() <= most
        ? List.of()
        : List.of(new Answer.Note("rows_left_out", values.size() - most));
  }

  private Rows ranges(LogCount count, LogQuery query) {
    String field = Objects.requireNonNull(count.field());
    List<Double> bounds = count.bounds();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i <= bounds.size(); i++) {
      Double low = i == 0 ? null : bounds.get(i - 1);
      Double high = i == bounds.size() ? null : bounds.get(i);
      LogQuery within =
          new Between(
              field,
              low == null ? null : new Limit(low, true),
              high == null ? null : new Limit(high, false));
      rows.add(row(range(low, high), total(both(query, within))));
    }
    return new Rows(List.of(dimension("range"), LOGS), rows, List.of());
  }

  private long total(LogQuery query) {
    return index.search(LogSearch.hits(query, LogSearch.Order.NEWEST, 0, null)).total();
  }

  /** As the six ranges of amounts are written; what is below the first bound begins with a sign. */
  private static String range(@Nullable Double low, @Nullable Double high) {
    if (low == null) {
      return "<" + plain(Objects.requireNonNull(high));
    }
    return high == null ? plain(low) + "+" : plain(low) + "-" + plain(high);
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static Column dimension(String name) {
    return new Column(name, Answer.Type.TEXT, Answer.Role.DIMENSION, null);
  }

  private static List<@Nullable Object> row(String value, long logs) {
    return Collections.unmodifiableList(new ArrayList<>(List.of(value, logs)));
  }

  private Answer answer(Rows rows, LogQueryText.Read read, Period period, long known) {
    List<Answer.Note> notes = new ArrayList<>(rows.notes());
    if (!read.notes().isEmpty()) {
      notes.add(new Answer.Note("search_read_as_text", read.notes().size()));
    }
    boolean partial = !period.to().isBefore(LocalDate.now(clock.withZone(shop.zone())));
    return new Answer(
        rows.columns(),
        rows.rows(),
        new Answer.Meta(
            known,
            clock.instant(),
            shop.currency(),
            shop.zone(),
            period,
            null,
            partial,
            Answer.Source.RAW,
            null,
            notes));
  }
}
