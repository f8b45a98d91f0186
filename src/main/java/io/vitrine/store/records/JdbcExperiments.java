package io.vitrine.store.records;

import io.vitrine.store.ExperimentRecord;
import io.vitrine.store.ExperimentRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;

/** Experiments, one row for each form that they had. */
final class JdbcExperiments implements ExperimentRecords {

  private final RecordStatements statements;

  JdbcExperiments(RecordStatements statements) {
    this.statements = statements;
  }

  @Override
  public List<ExperimentRecord> list() {
    return statements.named("experiment_list").query(JdbcExperiments::form).list();
  }

  @Override
  public Optional<ExperimentRecord> get(String key) {
    return statements
        .named("experiment_get")
        .param("key", key)
        .query(JdbcExperiments::form)
        .optional();
  }

  @Override
  public boolean add(ExperimentRecord form) {
    try {
      statements
          .named("experiment_add")
          .param("key", form.key())
          .param("version", form.version())
          .param("content", form.content())
          .param("at", RecordStatements.time(form.at()))
          .param("made_by", form.by())
          .param("act", form.act())
          .param("note", form.note(), Types.VARCHAR)
          .update();
      return true;
    } catch (DuplicateKeyException addedInTheMeantime) {
      return false;
    }
  }

  @Override
  public List<ExperimentRecord> history(String key) {
    return statements
        .named("experiment_history")
        .param("key", key)
        .query(JdbcExperiments::form)
        .list();
  }

  private static ExperimentRecord form(ResultSet row, int number) throws SQLException {
    return new ExperimentRecord(
        row.getString("experiment_key"),
        row.getInt("version"),
        row.getString("content"),
        RecordStatements.instant(row, "made_at"),
        row.getString("made_by"),
        row.getString("act"),
        row.getString("note"));
  }
}
