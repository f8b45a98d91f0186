package io.vitrine.store.records;

import io.vitrine.store.AuditRecord;
import io.vitrine.store.AuditRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done. */
final class JdbcAudit implements AuditRecords {

  private final RecordStatements statements;

  JdbcAudit(RecordStatements statements) {
    this.statements = statements;
  }

  @Override
  public void add(AuditRecord act) {
    statements
        .named("act_add")
        .param("at", RecordStatements.time(act.at()))
        .param("act", act.act())
        .param("actor", act.actor(), Types.VARCHAR)
        .param("subject", act.subject(), Types.VARCHAR)
        .param("address", act.address(), Types.VARCHAR)
        .param("detail", act.detail(), Types.VARCHAR)
        .update();
  }

  @Override
  public List<AuditRecord> newest(@Nullable String act, @Nullable Long before, int limit) {
    return statements
        .named("act_newest")
        .param("act", act == null ? "" : act)
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("limit", limit)
        .query(JdbcAudit::act)
        .list();
  }

  @Override
  public long count(@Nullable String act) {
    return statements
        .named("act_count")
        .param("act", act == null ? "" : act)
        .query(Long.class)
        .single();
  }

  private static AuditRecord act(ResultSet row, int number) throws SQLException {
    return new AuditRecord(
        row.getLong("number"),
        RecordStatements.instant(row, "at"),
        row.getString("act"),
        row.getString("actor"),
        row.getString("subject"),
        row.getString("address"),
        row.getString("detail"));
  }
}
