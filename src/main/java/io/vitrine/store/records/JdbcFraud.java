package io.vitrine.store.records;

import io.vitrine.store.FraudEntryRecord;
import io.vitrine.store.FraudRecord;
import io.vitrine.store.FraudRecords;
import io.vitrine.store.FraudRulesRecord;
import io.vitrine.store.SettingRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scores of payments, the rules they come from, and what was decided. */
final class JdbcFraud implements FraudRecords {

  private static final String UNTIL = "fraud.judged-until";

  private final RecordStatements statements;
  private final SettingRecords settings;

  JdbcFraud(RecordStatements statements, SettingRecords settings) {
    this.statements = statements;
    this.settings = settings;
  }

  @Override
  public void keep(List<FraudRecord> scores, @Nullable Long until) {
    statements.together(
        () -> {
          scores.forEach(this::keep);
          if (until != null) {
            settings.put(UNTIL, Long.toString(until), Instant.EPOCH);
          }
          return scores.size();
        });
  }

  private void keep(FraudRecord score) {
    if (write("fraud_change", score) == 0) {
      write("fraud_add", score);
    }
  }

  private int write(String statement, FraudRecord score) {
    return parties(statements.named(statement), score)
        .param("at", RecordStatements.time(score.at()))
        .param("day", score.day())
        .param("score", score.score())
        .param("level", score.level())
        .param("worth", score.worth(), Types.DOUBLE)
        .param("indicators", score.indicators())
        .param("content", score.content(), Types.VARCHAR)
        .param("state", score.state())
        .update();
  }

  private static JdbcClient.StatementSpec parties(
      JdbcClient.StatementSpec statement, FraudRecord score) {
    FraudRecord.Parties parties = score.parties();
    return statement
        .param("id", score.id())
        .param("user", parties.user(), Types.VARCHAR)
        .param("card", parties.card(), Types.VARCHAR)
        .param("device", parties.device(), Types.VARCHAR)
        .param("address", parties.address(), Types.VARCHAR)
        .param("email", parties.email(), Types.VARCHAR)
        .param("delivery", parties.delivery(), Types.VARCHAR);
  }

  @Override
  public long judgedUntil() {
    return settings.get(UNTIL).map(Long::parseLong).orElse(0L);
  }

  @Override
  public Optional<FraudRecord> get(String id) {
    return statements.named("fraud_get").param("id", id).query(JdbcFraud::score).optional();
  }

  @Override
  public List<FraudRecord> list(Selection selection, int limit, long skip) {
    return selected("fraud_list", selection)
        .param("worst", selection.worstFirst())
        .param("limit", limit)
        .param("skip", skip)
        .query(JdbcFraud::score)
        .list();
  }

  @Override
  public long count(Selection selection) {
    return selected("fraud_count", selection).query(Long.class).single();
  }

  private JdbcClient.StatementSpec selected(String statement, Selection selection) {
    String text = selection.text().strip().toLowerCase(Locale.ROOT);
    return during(statement, selection.from(), selection.until())
        .param("state", selection.state())
        .param("least", selection.least())
        .param("part", text.isEmpty() ? "" : RecordStatements.anywhere(text));
  }

  private JdbcClient.StatementSpec during(String statement, Instant from, Instant until) {
    return statements
        .named(statement)
        .param("from", RecordStatements.time(from))
        .param("until", RecordStatements.time(until));
  }

  @Override
  public List<DayCount> days(Instant from, Instant until) {
    return during("fraud_days", from, until)
        .query(
            (row, number) ->
                new DayCount(
                    row.getObject("happened_on", LocalDate.class),
                    row.getString("level"),
                    row.getLong("payments"),
                    row.getDouble("worth")))
        .list();
  }

  @Override
  public List<Told> told(Instant from, Instant until) {
    return during("fraud_indicators", from, until)
        .query(
            (row, number) ->
                new Told(
                    row.getString("indicators"), row.getDouble("score"), row.getString("decision")))
        .list();
  }

  @Override
  public Map<String, String> decided() {
    Map<String, String> decided = new LinkedHashMap<>();
    statements
        .named("fraud_decided")
        .query(
            (row, number) -> Map.entry(row.getString("transaction_id"), row.getString("decision")))
        .list()
        .forEach(one -> decided.put(one.getKey(), one.getValue()));
    return decided;
  }

  @Override
  public List<FraudRecord> linked(FraudRecord score, int limit) {
    return parties(statements.named("fraud_linked"), score)
        .param("limit", limit)
        .query(JdbcFraud::score)
        .list();
  }

  @Override
  public void decide(FraudRecord changed, List<FraudEntryRecord> entries) {
    statements.together(
        () -> {
          statements.named("fraud_entries_of_remove").param("id", changed.id()).update();
          entries.forEach(this::enter);
          return statements
              .named("fraud_decide")
              .param("id", changed.id())
              .param("state", changed.state())
              .param("assignee", changed.assignee(), Types.VARCHAR)
              .param("decision", changed.decision(), Types.VARCHAR)
              .param(
                  "at", RecordStatements.time(changed.decidedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
              .param("decided_by", changed.decidedBy(), Types.VARCHAR)
              .param("note", changed.note(), Types.VARCHAR)
              .update();
        });
  }

  private void enter(FraudEntryRecord entry) {
    removeEntry(entry.link(), entry.entry());
    statements
        .named("fraud_entry_add")
        .param("link", entry.link())
        .param("entry", entry.entry())
        .param("blocked", entry.blocked())
        .param("id", entry.transaction())
        .param("at", RecordStatements.time(entry.at()))
        .param("made_by", entry.by())
        .update();
  }

  @Override
  public void forget(Instant before) {
    statements.named("fraud_forget").param("before", RecordStatements.time(before)).update();
  }

  @Override
  public List<FraudRulesRecord> rules() {
    return statements
        .named("fraud_rules_list")
        .query(
            (row, number) ->
                new FraudRulesRecord(
                    row.getInt("version"),
                    row.getString("content"),
                    RecordStatements.instant(row, "made_at"),
                    row.getString("made_by"),
                    row.getString("note")))
        .list();
  }

  @Override
  public boolean add(FraudRulesRecord rules) {
    try {
      statements
          .named("fraud_rules_add")
          .param("version", rules.version())
          .param("content", rules.content())
          .param("at", RecordStatements.time(rules.at()))
          .param("made_by", rules.by())
          .param("note", rules.note(), Types.VARCHAR)
          .update();
      return true;
    } catch (DuplicateKeyException addedInTheMeantime) {
      return false;
    }
  }

  @Override
  public List<FraudEntryRecord> entries() {
    return statements
        .named("fraud_entries")
        .query(
            (row, number) ->
                new FraudEntryRecord(
                    row.getString("link"),
                    row.getString("entry"),
                    row.getBoolean("blocked"),
                    row.getString("transaction_id"),
                    RecordStatements.instant(row, "made_at"),
                    row.getString("made_by")))
        .list();
  }

  @Override
  public void removeEntry(String link, String entry) {
    statements.named("fraud_entry_remove").param("link", link).param("entry", entry).update();
  }

  private static FraudRecord score(ResultSet row, int number) throws SQLException {
    double worth = row.getDouble("worth");
    Double known = row.wasNull() ? null : worth;
    return new FraudRecord(
        row.getString("transaction_id"),
        RecordStatements.instant(row, "happened_at"),
        row.getObject("happened_on", LocalDate.class),
        row.getDouble("score"),
        row.getString("level"),
        known,
        new FraudRecord.Parties(
            row.getString("user_id"),
            row.getString("card"),
            row.getString("device"),
            row.getString("address"),
            row.getString("email"),
            row.getString("delivery")),
        row.getString("indicators"),
        row.getString("content"),
        row.getString("state"),
        row.getString("assignee"),
        row.getString("decision"),
        RecordStatements.instantOrNull(row, "decided_at"),
        row.getString("decided_by"),
        row.getString("note"));
  }
}
