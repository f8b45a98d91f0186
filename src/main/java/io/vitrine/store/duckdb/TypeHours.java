package io.vitrine.store.duckdb;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Counts the events of a commit by hour, type, level and service; the counts are added up later.
 */
final class TypeHours {

  private record Key(
      int day,
      long hour,
      int hourOfDay,
      String type,
      @Nullable String level,
      @Nullable String service,
      boolean bot) {}

  private final Map<Key, long[]> counts = new HashMap<>();

  static TypeHours of(List<Row> rows) {
    TypeHours hours = new TypeHours();
    rows.forEach(hours::count);
    return hours;
  }

  private void count(Row row) {
    long[] count = counts.computeIfAbsent(key(row), key -> new long[3]);
    count[0] += row.visitorKey() == null ? 0 : 1;
    count[1] += row.event().type().isLog() ? 1 : 0;
    count[2] += row.isError() ? 1 : 0;
  }

  private static Key key(Row row) {
    return new Key(
        row.epochDay(),
        row.hourMillis(),
        row.hourOfDay(),
        row.event().type().name(),
        row.event().text(io.vitrine.model.Field.LEVEL),
        row.event().text(io.vitrine.model.Field.SERVICE),
        row.event().flag(io.vitrine.model.Field.BOT));
  }

  int size() {
    return counts.size();
  }

  void append(DuckDBAppender to) throws SQLException {
    for (Map.Entry<Key, long[]> entry : counts.entrySet()) {
      Key key = entry.getKey();
      to.beginRow();
      to.appendEpochDays(key.day()).appendEpochMicros(key.hour() * 1000).append(key.hourOfDay());
      to.append(key.type()).append(key.level()).append(key.service()).append(key.bot());
      for (long count : entry.getValue()) {
        to.append(count);
      }
      to.endRow();
    }
  }
}
