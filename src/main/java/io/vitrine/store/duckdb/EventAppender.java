package io.vitrine.store.duckdb;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Writes rows into the table of events: one prepared writer per column, chosen once. */
final class EventAppender {

  private interface ColumnWriter {
    void write(DuckDBAppender appender, Event event) throws SQLException;
  }

  /** Fields whose columns a later migration has added; they stand behind all others. */
  private static final Set<Field> ADDED = EnumSet.of(Field.AVAILABLE);

  private static final ColumnWriter[] WRITERS = writers(false);
  private static final ColumnWriter[] ADDED_WRITERS = writers(true);

  private final DuckDBAppender appender;

  EventAppender(DuckDBAppender appender) {
    this.appender = appender;
  }

  void append(Row row, long sequence) throws SQLException {
    appender.beginRow();
    appender.append(sequence);
    appender.appendEpochDays(row.epochDay());
    appender.appendEpochMicros(row.localMillis() * 1000);
    appendKey(row.visitorKey());
    appender.append(row.idHash());
    for (ColumnWriter writer : WRITERS) {
      writer.write(appender, row.event());
    }
    appendText(appender, row.items());
    appendText(appender, row.others());
    for (ColumnWriter writer : ADDED_WRITERS) {
      writer.write(appender, row.event());
    }
    appender.endRow();
  }

  private void appendKey(@Nullable Long key) throws SQLException {
    if (key == null) {
      appender.appendNull();
      return;
    }
    appender.append(key.longValue());
  }

  private static ColumnWriter[] writers(boolean added) {
    return Arrays.stream(Field.values())
        .filter(field -> ADDED.contains(field) == added)
        .map(EventAppender::writer)
        .toArray(ColumnWriter[]::new);
  }

  private static ColumnWriter writer(Field field) {
    return switch (field.type()) {
      case TEXT -> (to, event) -> appendText(to, event.text(field));
      case INTEGER -> (to, event) -> to.append(event.integer(field));
      case NUMBER -> (to, event) -> to.append(event.number(field));
      case FLAG -> (to, event) -> to.append((Boolean) event.value(field));
      case DECIMAL -> (to, event) -> appendDecimal(to, event.decimal(field));
      case INSTANT -> (to, event) -> appendInstant(to, event.instant(field));
    };
  }

  private static void appendText(DuckDBAppender to, @Nullable String text) throws SQLException {
    if (text == null) {
      to.appendNull();
      return;
    }
    to.append(text);
  }

  private static void appendInstant(DuckDBAppender to, @Nullable Instant at) throws SQLException {
    if (at == null) {
      to.appendNull();
      return;
    }
    to.appendEpochMillis(at.toEpochMilli());
  }

  static void appendDecimal(DuckDBAppender to, @Nullable BigDecimal value) throws SQLException {
    if (value == null) {
      to.appendNull();
      return;
    }
    to.append(value.setScale(4, RoundingMode.HALF_UP));
  }
}
