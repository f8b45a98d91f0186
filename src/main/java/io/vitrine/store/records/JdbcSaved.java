package io.vitrine.store.records;

import io.vitrine.store.SavedRecord;
import io.vitrine.store.SavedRecord.Kind;
import io.vitrine.store.SavedRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Charts and dashboards. */
final class JdbcSaved implements SavedRecords {

  private final RecordStatements statements;

  JdbcSaved(RecordStatements statements) {
    this.statements = statements;
  }

  @Override
  public void add(SavedRecord saved) {
    described("saved_add", saved)
        .param("owner_id", saved.ownerId())
        .param("owner_name", saved.ownerName())
        .param("created_at", RecordStatements.time(saved.createdAt()))
        .update();
  }

  @Override
  public Optional<SavedRecord> find(Kind kind, UUID id) {
    return named("saved_find", kind, id).query(JdbcSaved::saved).optional();
  }

  @Override
  public Optional<SavedRecord> findRemoved(Kind kind, UUID id) {
    return named("saved_removed", kind, id).query(JdbcSaved::saved).optional();
  }

  @Override
  public List<SavedRecord> list(Kind kind, UUID viewer) {
    return statements
        .named("saved_list")
        .param("kind", kind.name())
        .param("viewer", viewer)
        .query(JdbcSaved::saved)
        .list();
  }

  @Override
  public boolean change(SavedRecord saved) {
    return described("saved_change", saved).update() == 1;
  }

  @Override
  public boolean remove(Kind kind, UUID id, Instant at) {
    return named("saved_remove", kind, id).param("at", RecordStatements.time(at)).update() == 1;
  }

  @Override
  public boolean restore(Kind kind, UUID id) {
    return named("saved_restore", kind, id).update() == 1;
  }

  @Override
  public void forgetRemoved(Instant before) {
    statements.named("saved_forget").param("before", RecordStatements.time(before)).update();
  }

  private StatementSpec named(String name, Kind kind, UUID id) {
    return statements.named(name).param("kind", kind.name()).param("id", id);
  }

  private StatementSpec described(String name, SavedRecord saved) {
    return named(name, saved.kind(), saved.id())
        .param("name", saved.name())
        .param("shared", saved.shared())
        .param("content", saved.content())
        .param("changed_at", RecordStatements.time(saved.changedAt()));
  }

  private static SavedRecord saved(ResultSet row, int number) throws SQLException {
    return new SavedRecord(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        Kind.valueOf(row.getString("kind")),
        Objects.requireNonNull(row.getObject("owner_id", UUID.class)),
        row.getString("owner_name"),
        row.getString("name"),
        row.getBoolean("shared"),
        row.getString("content"),
        RecordStatements.instant(row, "created_at"),
        RecordStatements.instant(row, "changed_at"));
  }
}
