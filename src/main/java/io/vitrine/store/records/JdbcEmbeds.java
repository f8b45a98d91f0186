package io.vitrine.store.records;

import io.vitrine.store.EmbedRecord;
import io.vitrine.store.EmbedRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Links that show dashboards elsewhere. */
final class JdbcEmbeds implements EmbedRecords {

  private final RecordStatements statements;

  JdbcEmbeds(RecordStatements statements) {
    this.statements = statements;
  }

  @Override
  public void add(EmbedRecord embed) {
    statements
        .named("embed_add")
        .param("id", embed.id())
        .param("dashboard_id", embed.dashboardId())
        .param("hosts", String.join("\n", embed.hosts()))
        .param("created_at", RecordStatements.time(embed.createdAt()))
        .param("created_by", embed.createdBy())
        .param("expires_at", RecordStatements.time(embed.expiresAt()))
        .update();
  }

  @Override
  public Optional<EmbedRecord> find(UUID id) {
    return statements.named("embed_find").param("id", id).query(JdbcEmbeds::embed).optional();
  }

  @Override
  public List<EmbedRecord> of(UUID dashboard) {
    return statements
        .named("embed_list")
        .param("dashboard_id", dashboard)
        .query(JdbcEmbeds::embed)
        .list();
  }

  @Override
  public boolean revoke(UUID id, Instant at) {
    return statements
            .named("embed_revoke")
            .param("id", id)
            .param("at", RecordStatements.time(at))
            .update()
        == 1;
  }

  private static EmbedRecord embed(ResultSet row, int number) throws SQLException {
    return new EmbedRecord(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        Objects.requireNonNull(row.getObject("dashboard_id", UUID.class)),
        row.getString("hosts").lines().toList(),
        RecordStatements.instant(row, "created_at"),
        row.getString("created_by"),
        RecordStatements.instant(row, "expires_at"),
        RecordStatements.instantOrNull(row, "revoked_at"));
  }
}
