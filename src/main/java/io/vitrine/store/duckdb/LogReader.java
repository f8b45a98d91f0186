package io.vitrine.store.duckdb;

import io.vitrine.model.Field;
import io.vitrine.store.LogText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the texts of logs, column by place as {@link EventReader} does. */
final class LogReader {

  private final ResultSet row;
  private final List<Integer> columns = new ArrayList<>();
  private final int sequence;
  private final int timestamp;
  private final int others;

  private LogReader(ResultSet row) throws SQLException {
    this.row = row;
    for (Field field : LogText.FIELDS) {
      columns.add(row.findColumn(field.wireName()));
    }
    this.sequence = row.findColumn("seq");
    this.timestamp = row.findColumn("timestamp");
    this.others = row.findColumn("others");
  }

  static List<LogText> all(ResultSet rows) throws SQLException {
    List<LogText> logs = new ArrayList<>();
    LogReader reader = new LogReader(rows);
    while (rows.next()) {
      logs.add(reader.read());
    }
    return logs;
  }

  private LogText read() throws SQLException {
    List<String> texts = new ArrayList<>();
    for (int column : columns) {
      add(texts, row.getString(column));
    }
    String unknown = row.getString(others);
    if (unknown != null) {
      Json.others(unknown).values().forEach(value -> add(texts, value));
    }
    LocalDateTime at = row.getObject(timestamp, LocalDateTime.class);
    return new LogText(row.getLong(sequence), at.toInstant(ZoneOffset.UTC), texts);
  }

  private static void add(List<String> texts, @Nullable Object value) {
    if (value instanceof String text) {
      texts.add(text);
    }
  }
}
