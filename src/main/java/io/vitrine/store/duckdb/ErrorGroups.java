package io.vitrine.store.duckdb;

import io.vitrine.store.ErrorGroup;
import io.vitrine.store.sql.ErrorGroupSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps when errors that say the same were first seen, so that nobody has to look through the whole
 * history to know what is new. It follows the events a stretch at a time. Used by the writer alone.
 */
final class ErrorGroups {

  /** Names the last event that was counted. */
  static final String FACT = "error_groups";

  private static final long STRETCH = 500_000;

  private final Connected connected;
  private final Runnable letOthersWrite;

  ErrorGroups(Connected connected, Runnable letOthersWrite) {
    this.connected = connected;
    this.letOthersWrite = letOthersWrite;
  }

  /** Counts what the events up to a sequence number add. */
  void follow(long last) {
    long done = done();
    while (done < last) {
      long from = done;
      long until = Math.min(last, from + STRETCH);
      connected.transaction(() -> add(from, until));
      done = until;
      if (done < last) {
        letOthersWrite.run();
      }
    }
  }

  private void add(long after, long until) {
    connected.execute(ErrorGroupSql.add(after, until));
    connected.run("forget_fact", FACT);
    connected.run("set_fact", FACT, Long.toString(until));
  }

  private long done() {
    List<String> known = connected.list("fact", row -> row.getString(1), FACT);
    return known.isEmpty() ? 0 : Long.parseLong(known.getFirst());
  }

  static Map<ErrorGroup, Instant> read(ResultSet rows) throws SQLException {
    Map<ErrorGroup, Instant> firsts = new HashMap<>();
    while (rows.next()) {
      firsts.put(
          new ErrorGroup(rows.getString(1), rows.getString(2)),
          rows.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
    return firsts;
  }
}
