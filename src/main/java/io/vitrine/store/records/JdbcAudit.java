package io.vitrine.store.records;

import io.vitrine.store.AuditRecord;
import io.vitrine.store.AuditRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What was done. */
final class JdbcAudit implements AuditRecords {

  /** Bounds that any database knows; no act is outside of them. */
  private static final Instant FIRST = Instant.EPOCH;

  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

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
  public List<AuditRecord> newest(Wanted wanted, @Nullable Long before, int limit) {
    return wanted(statements.named("act_newest"), wanted)
        .param("before", before == null ? Long.MAX_VALUE : before)
        .param("limit", limit)
        .query(JdbcAudit::act)
        .list();
  }

  @Override
  public long count(Wanted wanted) {
    return wanted(statements.named("act_count"), wanted).query(Long.class).single();
  }

  @Override
  public List<String> kinds() {
    return statements.named("act_kinds").query((row, _) -> row.getString("act")).list();
  }

  private static StatementSpec wanted(StatementSpec statement, Wanted wanted) {
    String act = wanted.act();
    String part = wanted.containing();
    return statement
        .param("act", act == null ? "" : act)
        .param("part", part == null ? "" : RecordStatements.anywhere(RecordStatements.fold(part)))
        .param("from", RecordStatements.time(Objects.requireNonNullElse(wanted.from(), FIRST)))
        .param("until", RecordStatements.time(Objects.requireNonNullElse(wanted.until(), LAST)));
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
