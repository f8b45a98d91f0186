package io.vitrine.store.records;

import io.vitrine.model.Scope;
import io.vitrine.store.KeyRecord;
import io.vitrine.store.KeyRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keys of programs. */
final class JdbcKeys implements KeyRecords {

  private final RecordStatements statements;

  JdbcKeys(RecordStatements statements) {
    this.statements = statements;
  }

  @Override
  public void add(KeyRecord key, String secretHash) {
    statements
        .named("key_add")
        .param("id", key.id())
        .param("name", key.name())
        .param("scope", key.scope().name())
        .param("secret_hash", secretHash)
        .param("created_at", RecordStatements.time(key.createdAt()))
        .param("created_by", key.createdBy())
        .update();
  }

  @Override
  public Optional<KeyRecord> bySecret(String secretHash) {
    return statements
        .named("key_by_secret")
        .param("secret_hash", secretHash)
        .query(JdbcKeys::key)
        .optional();
  }

  @Override
  public List<KeyRecord> list() {
    return statements.named("key_list").query(JdbcKeys::key).list();
  }

  @Override
  public void used(UUID id, Instant at) {
    statements.named("key_used").param("id", id).param("at", RecordStatements.time(at)).update();
  }

  @Override
  public Optional<KeyRecord> remove(UUID id) {
    return statements.together(
        () -> {
          Optional<KeyRecord> key =
              statements.named("key_by_id").param("id", id).query(JdbcKeys::key).optional();
          statements.named("key_remove").param("id", id).update();
          return key;
        });
  }

  private static KeyRecord key(ResultSet row, int number) throws SQLException {
    return new KeyRecord(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Scope.valueOf(row.getString("scope")),
        RecordStatements.instant(row, "created_at"),
        row.getString("created_by"),
        RecordStatements.instantOrNull(row, "last_used_at"));
  }
}
