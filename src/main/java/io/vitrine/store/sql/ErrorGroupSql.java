package io.vitrine.store.sql;

import io.vitrine.model.EventType;
import io.vitrine.model.LogDimension;

/** When errors alike were first seen, in SQL. What is alike is said in log_figures.sql alone. */
public final class ErrorGroupSql {

  private static final Statements PARTS = Statements.read("log_figures.sql");

  private ErrorGroupSql() {}

  /** Adds the groups of the events behind a sequence number, up to another. */
  public static Sql add(long after, long upTo) {
    String groups =
        "SELECT "
            + PARTS.get(LogDimension.MESSAGE.wireName())
            + " AS message, service, min(\"timestamp\")::TIMESTAMP AS first_seen FROM events"
            + " WHERE seq > ? AND seq <= ? AND list_contains(CAST(? AS VARCHAR[]), \"type\") AND "
            + PARTS.get(LogDimension.ERROR.wireName())
            + " = 'true' GROUP BY ALL";
    String[] logs = EventType.logs().stream().map(EventType::name).toArray(String[]::new);
    return Sql.of(PARTS.get("add_groups").replace("{groups}", groups), after, upTo, logs);
  }

  /** The groups of some messages with the time at which each was first seen. */
  public static Sql firstSeen(String[] messages) {
    return Sql.of(PARTS.get("groups_first_seen"), (Object) messages);
  }
}
