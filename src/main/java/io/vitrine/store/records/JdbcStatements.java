package io.vitrine.store.records;

import io.vitrine.store.StatementRecord;
import io.vitrine.store.StatementRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What people asked in the SQL console. */
final class JdbcStatements implements StatementRecords {

  private final RecordStatements statements;

  JdbcStatements(RecordStatements statements) {
    this.statements = statements;
  }

  @Override
  public void add(StatementRecord statement, int kept) {
    statements.together(
        () -> {
          statements
              .named("statement_add")
              .param("user_id", statement.userId())
              .param("at", RecordStatements.time(statement.at()))
              .param("content", statement.text())
              .param("milliseconds", statement.milliseconds())
              .param("row_count", statement.rows())
              .param("problem", statement.problem(), Types.VARCHAR)
              .update();
          return statements
              .named("statement_trim")
              .param("user_id", statement.userId())
              .param("kept", kept)
              .update();
        });
  }

  @Override
  public List<StatementRecord> newest(UUID user, int limit) {
    return statements
        .named("statement_newest")
        .param("user_id", user)
        .param("limit", limit)
        .query(JdbcStatements::statement)
        .list();
  }

  @Override
  public void forget(UUID user) {
    statements.named("statement_forget").param("user_id", user).update();
  }

  private static StatementRecord statement(ResultSet row, int number) throws SQLException {
    return new StatementRecord(
        row.getLong("number"),
        Objects.requireNonNull(row.getObject("user_id", UUID.class)),
        RecordStatements.instant(row, "at"),
        row.getString("content"),
        row.getLong("milliseconds"),
        row.getLong("row_count"),
        row.getString("problem"));
  }
}
