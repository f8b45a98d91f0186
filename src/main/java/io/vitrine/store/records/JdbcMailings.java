package io.vitrine.store.records;

import io.vitrine.store.MailingRecord;
import io.vitrine.store.MailingRecord.Recipient;
import io.vitrine.store.MailingRecord.Rhythm;
import io.vitrine.store.MailingRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Who is sent which dashboard when. */
final class JdbcMailings implements MailingRecords {

  private final RecordStatements statements;

  JdbcMailings(RecordStatements statements) {
    this.statements = statements;
  }

  @Override
  public void add(MailingRecord mailing) {
    statements.together(
        () -> {
          described("mailing_add", mailing)
              .param("dashboard_id", mailing.dashboardId())
              .param("created_by", mailing.createdBy())
              .update();
          return addRecipients(mailing);
        });
  }

  @Override
  public Optional<MailingRecord> find(UUID id) {
    return statements.named("mailing_find").param("id", id).query(this::mailing).optional();
  }

  @Override
  public List<MailingRecord> of(UUID dashboard) {
    return statements
        .named("mailing_list")
        .param("dashboard_id", dashboard)
        .query(this::mailing)
        .list();
  }

  @Override
  public List<MailingRecord> due(Instant now) {
    return statements
        .named("mailing_due")
        .param("now", RecordStatements.time(now))
        .query(this::mailing)
        .list();
  }

  @Override
  public boolean change(MailingRecord mailing) {
    return statements.together(
        () -> {
          boolean found = changeState(mailing);
          if (found) {
            statements.named("recipient_remove_all").param("mailing_id", mailing.id()).update();
            addRecipients(mailing);
          }
          return found;
        });
  }

  @Override
  public boolean changeState(MailingRecord mailing) {
    return described("mailing_change", mailing).update() == 1;
  }

  @Override
  public void sent(UUID id, String address, Instant due) {
    recipient("recipient_sent", id, address).param("sent_for", RecordStatements.time(due)).update();
  }

  @Override
  public boolean unsubscribe(UUID id, String address) {
    return recipient("recipient_unsubscribe", id, address).update() == 1;
  }

  @Override
  public boolean remove(UUID id) {
    return statements.named("mailing_remove").param("id", id).update() == 1;
  }

  private StatementSpec recipient(String name, UUID id, String address) {
    return statements
        .named(name)
        .param("mailing_id", id)
        .param("address_key", RecordStatements.fold(address));
  }

  private int addRecipients(MailingRecord mailing) {
    for (Recipient one : mailing.recipients()) {
      recipient("recipient_add", mailing.id(), one.address())
          .param("address", one.address())
          .param("language", one.language())
          .param("unsubscribed", one.unsubscribed())
          .param("sent_for", RecordStatements.time(one.sentFor()), Types.TIMESTAMP_WITH_TIMEZONE)
          .update();
    }
    return mailing.recipients().size();
  }

  private StatementSpec described(String name, MailingRecord mailing) {
    return statements
        .named(name)
        .param("id", mailing.id())
        .param("rhythm", mailing.rhythm().name())
        .param("weekday", mailing.weekday())
        .param("hour_of_day", mailing.hour())
        .param("paused", mailing.paused())
        .param("next_at", RecordStatements.time(mailing.nextAt()))
        .param("retry_at", RecordStatements.time(mailing.retryAt()))
        .param(
            "last_sent_at",
            RecordStatements.time(mailing.lastSentAt()),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("failures", mailing.failures())
        .param("last_error", mailing.lastError(), Types.VARCHAR);
  }

  private MailingRecord mailing(ResultSet row, int number) throws SQLException {
    UUID id = Objects.requireNonNull(row.getObject("id", UUID.class));
    return new MailingRecord(
        id,
        Objects.requireNonNull(row.getObject("dashboard_id", UUID.class)),
        row.getString("created_by"),
        Rhythm.valueOf(row.getString("rhythm")),
        row.getInt("weekday"),
        row.getInt("hour_of_day"),
        row.getBoolean("paused"),
        RecordStatements.instant(row, "next_at"),
        RecordStatements.instant(row, "retry_at"),
        RecordStatements.instantOrNull(row, "last_sent_at"),
        row.getInt("failures"),
        row.getString("last_error"),
        recipients(id));
  }

  private List<Recipient> recipients(UUID id) {
    return statements
        .named("recipient_list")
        .param("mailing_id", id)
        .query(JdbcMailings::recipient)
        .list();
  }

  private static Recipient recipient(ResultSet row, int number) throws SQLException {
    return new Recipient(
        row.getString("address"),
        row.getString("language"),
        row.getBoolean("unsubscribed"),
        RecordStatements.instantOrNull(row, "sent_for"));
  }
}
