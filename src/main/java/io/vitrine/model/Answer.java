package io.vitrine.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one shape of every answer: named columns, rows of values, and how it was counted.
 *
 * @param columns in the order of each row's values
 * @param rows values are {@link String}, {@link Long}, {@link java.math.BigDecimal}, {@link
 *     Double}, {@link Boolean}, {@link java.time.LocalDate}, {@link Instant}, {@link
 *     java.time.LocalDateTime} or null
 * @param meta how it was counted
 */
public record Answer(List<Column> columns, List<List<@Nullable Object>> rows, Meta meta) {

  public Answer {
    columns = List.copyOf(columns);
    rows = Collections.unmodifiableList(new ArrayList<>(rows));
  }

  /**
   * A column.
   *
   * @param name a metric, a dimension, a bucket, a metric with _previous, or a table's column
   * @param type text, integer, decimal, date, timestamp, local time or boolean
   * @param role what it is there for
   * @param unit of a metric or comparison
   */
  public record Column(String name, Type type, Role role, @Nullable Unit unit) {}

  /** Type of a column's values. */
  public enum Type {
    TEXT,
    INTEGER,
    DECIMAL,
    DATE,
    TIMESTAMP,
    /** Date and time on the shop's clock, without a zone. */
    LOCAL_TIME,
    BOOLEAN
  }

  /** What a column is there for. */
  public enum Role {
    DIMENSION,
    METRIC,
    COMPARISON
  }

  /**
   * How an answer was counted.
   *
   * @param watermark sequence number of the last event that the answer knows
   * @param asOf when that event was stored; null in an empty store
   * @param currency of every amount
   * @param zone of every day and hour
   * @param period that was asked for
   * @param comparedWith the compared period, if any
   * @param partial whether the period is not over yet
   * @param source derived tables or raw events
   * @param total all rows of a table, of which this is a page; null for other questions
   * @param notes what the reader has to know to trust the figures
   */
  public record Meta(
      long watermark,
      @Nullable Instant asOf,
      Currency currency,
      ZoneId zone,
      Span period,
      @Nullable Span comparedWith,
      boolean partial,
      Source source,
      @Nullable Long total,
      List<Note> notes) {}

  /** Where an answer was read. */
  public enum Source {
    DERIVED,
    RAW
  }

  /**
   * Something that limits an answer.
   *
   * @param code such as orders_without_rate or rows_left_out
   * @param count how many are concerned
   */
  public record Note(String code, long count) {}

  /** Index of a column. */
  public int column(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column " + name + " in " + columns);
  }

  /** One value. */
  public @Nullable Object value(int row, String name) {
    return rows.get(row).get(column(name));
  }
}
