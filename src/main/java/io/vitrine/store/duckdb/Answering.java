package io.vitrine.store.duckdb;

import io.vitrine.model.Answer;
import io.vitrine.model.Answer.Column;
import io.vitrine.model.Funnel;
import io.vitrine.model.Grain;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Products;
import io.vitrine.model.Question;
import io.vitrine.model.Span;
import io.vitrine.model.TimeRange;
import io.vitrine.model.Unit;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.Watermark;
import io.vitrine.store.sql.Asked;
import io.vitrine.store.sql.Questions;
import io.vitrine.store.sql.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the database and makes answers of what it says. */
final class Answering {

  private final Readers readers;
  private final Questions questions;
  private final StoreSettings settings;
  private final Clock clock;

  Answering(Readers readers, Questions questions, StoreSettings settings, Clock clock) {
    this.readers = readers;
    this.questions = questions;
    this.settings = settings;
    this.clock = clock;
  }

  Asked ask(Question question) {
    return questions.ask(question);
  }

  Answer answer(Question question, Asked asked, Watermark watermark) {
    Rows rows = rows(asked.sql(), width(question, asked), asked);
    List<List<@Nullable Object>> values =
        switch (question) {
          case Question.Trend trend -> filled(trend, asked, rows);
          case Funnel funnel when funnel.show() instanceof Funnel.Show.Times ->
              SurvivalRows.of(rows.values());
          default -> rows.values();
        };
    List<Answer.Note> notes = notes(asked);
    if (rows.all() > values.size() && !(question instanceof Products)) {
      notes.add(new Answer.Note("rows_left_out", rows.all() - values.size()));
    }
    Long total = total(question, asked, rows);
    return new Answer(asked.columns(), values, meta(question, asked, watermark, total, notes));
  }

  private @Nullable Long total(Question question, Asked asked, Rows rows) {
    Sql whole = asked.total();
    if (whole != null) {
      return readers.read(whole, Answering::number);
    }
    boolean beyond = question instanceof Products page && page.offset() > 0 && rows.all() == 0;
    return question instanceof Products && !beyond ? Long.valueOf(rows.all()) : null;
  }

  /** The compared time of a trend is read apart. */
  private static int width(Question question, Asked asked) {
    if (question instanceof Question.Trend trend) {
      return trend.metrics().size() + 1;
    }
    boolean times = question instanceof Funnel funnel && funnel.show() instanceof Funnel.Show.Times;
    return times ? SurvivalRows.WIDTH : asked.columns().size();
  }

  private List<Answer.Note> notes(Asked asked) {
    List<Answer.Note> notes = new ArrayList<>();
    asked
        .notes()
        .forEach(
            (code, sql) -> {
              long count = readers.read(sql, Answering::number);
              if (count > 0) {
                notes.add(new Answer.Note(code, count));
              }
            });
    notes.sort(java.util.Comparator.comparing(Answer.Note::code));
    return notes;
  }

  private static long number(ResultSet rows) throws SQLException {
    rows.next();
    return rows.getLong(1);
  }

  private Answer.Meta meta(
      Question question,
      Asked asked,
      Watermark watermark,
      @Nullable Long total,
      List<Answer.Note> notes) {
    return new Answer.Meta(
        watermark.sequence(),
        watermark.at(),
        settings.currency(),
        settings.zone(),
        question.period(),
        asked.comparedWith(),
        isPartial(question.period()),
        asked.raw() ? Answer.Source.RAW : Answer.Source.DERIVED,
        total,
        notes);
  }

  private boolean isPartial(Span span) {
    return switch (span) {
      case Period period -> !period.to().isBefore(LocalDate.now(clock.withZone(settings.zone())));
      case TimeRange range -> range.end().isAfter(clock.instant());
    };
  }

  private record Rows(List<List<@Nullable Object>> values, long all) {}

  private Rows rows(Sql sql, int width, Asked asked) {
    return readers.read(
        sql,
        rows -> {
          List<List<@Nullable Object>> values = new ArrayList<>();
          long all = 0;
          while (rows.next()) {
            values.add(row(rows, width, asked.columns()));
            all = asked.counted() ? rows.getLong(width + 1) : values.size();
            if (values.size() > settings.rowLimit()) {
              throw tooMany();
            }
          }
          return new Rows(values, all);
        });
  }

  private Problem tooMany() {
    return Problem.caller(
        "answer_too_long", "the answer has more than " + settings.rowLimit() + " rows");
  }

  private List<@Nullable Object> row(ResultSet rows, int width, List<Column> columns)
      throws SQLException {
    List<@Nullable Object> values = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      values.add(value(rows, i + 1, columns.get(i)));
    }
    return Collections.unmodifiableList(values);
  }

  private @Nullable Object value(ResultSet rows, int index, Column column) throws SQLException {
    Object value =
        switch (column.type()) {
          case TEXT -> rows.getString(index);
          case INTEGER -> rows.getLong(index);
          case DECIMAL -> column.unit() == Unit.MONEY ? money(rows, index) : rows.getDouble(index);
          case DATE -> rows.getObject(index, LocalDate.class);
          case TIMESTAMP, LOCAL_TIME -> rows.getObject(index, LocalDateTime.class);
          case BOOLEAN -> rows.getBoolean(index);
        };
    if (rows.wasNull() || value == null) {
      return null;
    }
    return column.type() == Answer.Type.TIMESTAMP && value instanceof LocalDateTime time
        ? time.toInstant(ZoneOffset.UTC)
        : value;
  }

  /** Amounts in the currency's smallest unit; means are rounded half up to it. */
  private @Nullable BigDecimal money(ResultSet rows, int index) throws SQLException {
    BigDecimal value = rows.getBigDecimal(index);
    return value == null ? null : value.setScale(digits(), RoundingMode.HALF_UP);
  }

  private int digits() {
    return Math.max(0, settings.currency().getDefaultFractionDigits());
  }

  /** Every bucket of the trend, with the buckets of the compared time beside it. */
  private List<List<@Nullable Object>> filled(Question.Trend question, Asked asked, Rows rows) {
    int metrics = question.metrics().size();
    List<List<@Nullable Object>> values =
        filled(question.period(), question.grain(), rows, metrics, asked);
    Sql compared = asked.compared();
    Span comparedWith = asked.comparedWith();
    if (compared == null || comparedWith == null) {
      return values;
    }
    Rows before = rows(compared, metrics + 1, asked);
    return beside(values, filled(comparedWith, question.grain(), before, metrics, asked), metrics);
  }

  private List<List<@Nullable Object>> filled(
      Span span, Grain grain, Rows rows, int metrics, Asked asked) {
    Map<Object, List<@Nullable Object>> byBucket = new HashMap<>();
    for (List<@Nullable Object> row : rows.values()) {
      byBucket.put(String.valueOf(row.getFirst()), row);
    }
    List<List<@Nullable Object>> filled = new ArrayList<>();
    for (Object bucket : new Buckets(settings.zone()).of(span, grain, settings.rowLimit())) {
      List<@Nullable Object> row = byBucket.get(bucket.toString());
      filled.add(row == null ? empty(bucket, metrics, asked) : row.subList(0, metrics + 1));
    }
    return filled;
  }

  private List<@Nullable Object> empty(Object bucket, int metrics, Asked asked) {
    List<@Nullable Object> row = new ArrayList<>(List.of(bucket));
    for (int i = 1; i <= metrics; i++) {
      row.add(asked.ratios().get(i) ? null : zero(asked.columns().get(i)));
    }
    return row;
  }

  private Object zero(Column column) {
    return column.type() == Answer.Type.INTEGER
        ? Long.valueOf(0)
        : BigDecimal.ZERO.setScale(digits());
  }

  private static List<List<@Nullable Object>> beside(
      List<List<@Nullable Object>> now, List<List<@Nullable Object>> before, int metrics) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      List<@Nullable Object> row = new ArrayList<>(now.get(i));
      for (int column = 1; column <= metrics; column++) {
        row.add(i < before.size() ? before.get(i).get(column) : null);
      }
      rows.add(Collections.unmodifiableList(row));
    }
    return rows;
  }
}
