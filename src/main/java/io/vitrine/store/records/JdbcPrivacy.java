package io.vitrine.store.records;

import io.vitrine.store.LegalHold;
import io.vitrine.store.PrivacyReceipt;
import io.vitrine.store.PrivacyRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Receipts, legal holds, and the names of persons in the records. */
final class JdbcPrivacy implements PrivacyRecords {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};
  private static final List<String> ERASING =
      List.of(
          "erase_previews",
          "erase_filenames",
          "erase_past_searches",
          "erase_saved_searches",
          "erase_saved",
          "erase_statements",
          "erase_act_details",
          "erase_act_subjects",
          "erase_scores",
          "erase_lists",
          "erase_findings");

  private final RecordStatements statements;
  private final Runnable rewriting;

  JdbcPrivacy(RecordStatements statements, Runnable rewriting) {
    this.statements = statements;
    this.rewriting = rewriting;
  }

  @Override
  public void add(PrivacyReceipt receipt) {
    statements
        .named("receipt_add")
        .param("id", receipt.id())
        .param("kind", receipt.kind().name())
        .param("asked_by", receipt.askedBy())
        .param("at", RecordStatements.time(receipt.at()))
        .param("counts", JSON.writeValueAsString(receipt.counts()))
        .update();
  }

  @Override
  public List<PrivacyReceipt> receipts(int limit) {
    return statements
        .named("receipt_list")
        .param("limit", limit)
        .query(JdbcPrivacy::receipt)
        .list();
  }

  private static PrivacyReceipt receipt(ResultSet row, int number) throws SQLException {
    return new PrivacyReceipt(
        row.getObject("id", UUID.class),
        PrivacyReceipt.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("asked_by"),
        RecordStatements.instant(row, "at"),
        JSON.readValue(row.getString("counts"), COUNTS));
  }

  @Override
  public void add(LegalHold hold) {
    statements
        .named("hold_add")
        .param("id", hold.id())
        .param("reason", hold.reason())
        .param("made_by", hold.madeBy())
        .param("made_at", RecordStatements.time(hold.madeAt()))
        .update();
  }

  @Override
  public boolean end(UUID hold, String by, Instant at) {
    return statements
            .named("hold_end")
            .param("id", hold)
            .param("ended_by", by)
            .param("ended_at", RecordStatements.time(at))
            .update()
        > 0;
  }

  @Override
  public List<LegalHold> holds() {
    return statements.named("hold_list").query(JdbcPrivacy::hold).list();
  }

  private static LegalHold hold(ResultSet row, int number) throws SQLException {
    return new LegalHold(
        row.getObject("id", UUID.class),
        row.getString("reason"),
        row.getString("made_by"),
        RecordStatements.instant(row, "made_at"),
        row.getString("ended_by"),
        RecordStatements.instantOrNull(row, "ended_at"));
  }

  @Override
  public long erase(List<String> names) {
    long found = statements.together(() -> names.stream().mapToLong(this::erase).sum());
    rewriting.run();
    return found;
  }

  private long erase(String name) {
    String like = RecordStatements.anywhere(name);
    return ERASING.stream()
        .mapToLong(statement -> statements.named(statement).param("like", like).update())
        .sum();
  }
}
