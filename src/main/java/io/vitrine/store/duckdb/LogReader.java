package io.vitrine.store.duckdb;

import io.vitrine.store.LogText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what can be searched of logs. */
final class LogReader {

  private LogReader() {}

  static List<LogText> all(ResultSet rows) throws SQLException {
    List<LogText> logs = new ArrayList<>();
    EventReader reader = new EventReader(rows);
    while (rows.next()) {
      logs.add(LogText.of(reader.read()));
    }
    return logs;
  }
}
