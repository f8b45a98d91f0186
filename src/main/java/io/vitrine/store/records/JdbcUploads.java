package io.vitrine.store.records;

import io.vitrine.store.UploadRecord;
import io.vitrine.store.UploadRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that were uploaded. */
final class JdbcUploads implements UploadRecords {

  private final RecordStatements statements;

  JdbcUploads(RecordStatements statements) {
    this.statements = statements;
  }

  @Override
  public void add(UploadRecord upload) {
    changing(statements.named("upload_add"), upload)
        .param("owner_id", upload.ownerId())
        .param("owner_name", upload.ownerName())
        .param("filename", upload.filename())
        .param("file_size", upload.fileSize())
        .param("file_type", upload.fileType())
        .param("fingerprint", upload.fingerprint())
        .param("preview", upload.preview())
        .param("created_at", RecordStatements.time(upload.createdAt()))
        .update();
  }

  @Override
  public void change(UploadRecord upload) {
    changing(statements.named("upload_change"), upload).update();
  }

  private static JdbcClient.StatementSpec changing(
      JdbcClient.StatementSpec statement, UploadRecord upload) {
    return statement
        .param("id", upload.id())
        .param("state", upload.state().name())
        .param("accepted", upload.accepted())
        .param("duplicates", upload.duplicates())
        .param("rejected", upload.rejected())
        .param("replaced", upload.replaced())
        .param("bytes_done", upload.bytesDone())
        .param("detail", upload.detail())
        .param("finished_at", RecordStatements.time(upload.finishedAt()));
  }

  @Override
  public Optional<UploadRecord> byId(UUID id) {
    return statements.named("upload_by_id").param("id", id).query(JdbcUploads::upload).optional();
  }

  @Override
  public List<UploadRecord> newest(int limit) {
    return statements.named("upload_list").param("limit", limit).query(JdbcUploads::upload).list();
  }

  @Override
  public long countOf(UUID owner) {
    return statements.named("upload_count").param("owner", owner).query(Long.class).single();
  }

  @Override
  public Optional<UploadRecord> completedWith(String fingerprint) {
    return statements
        .named("upload_with")
        .param("fingerprint", fingerprint)
        .query(JdbcUploads::upload)
        .optional();
  }

  @Override
  public List<UploadRecord> unfinished() {
    return statements.named("upload_unfinished").query(JdbcUploads::upload).list();
  }

  private static UploadRecord upload(ResultSet row, int number) throws SQLException {
    return new UploadRecord(
        row.getObject("id", UUID.class),
        row.getObject("owner_id", UUID.class),
        row.getString("owner_name"),
        row.getString("filename"),
        row.getLong("file_size"),
        row.getString("file_type"),
        row.getString("fingerprint"),
        UploadRecord.State.valueOf(row.getString("state")),
        row.getLong("accepted"),
        row.getLong("duplicates"),
        row.getLong("rejected"),
        row.getLong("replaced"),
        row.getLong("bytes_done"),
        row.getString("detail"),
        row.getString("preview"),
        RecordStatements.instant(row, "created_at"),
        RecordStatements.instantOrNull(row, "finished_at"));
  }
}
