package io.vitrine.store.records;

import io.vitrine.store.SignInRecords;
import io.vitrine.store.UserRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Sessions and refresh tokens. */
final class JdbcSignIns implements SignInRecords {

  private static final UUID NONE = new UUID(0, 0);

  private final RecordStatements statements;

  JdbcSignIns(RecordStatements statements) {
    this.statements = statements;
  }

  @Override
  public void start(Session session, String tokenHash) {
    statements.together(
        () -> {
          statements
              .named("session_add")
              .param("id", session.id())
              .param("user_id", session.user())
              .param("started_at", RecordStatements.time(session.startedAt()))
              .param("ends_at", RecordStatements.time(session.endsAt()))
              .param("address", session.address())
              .param("agent", session.agent(), Types.VARCHAR)
              .update();
          return addToken(session.id(), tokenHash);
        });
  }

  @Override
  public Exchange exchange(String oldHash, String newHash, Instant now, Instant newEnd) {
    return statements.together(
        () -> {
          Optional<UUID> session = sessionOf(oldHash);
          Optional<UserRecord> user = session.flatMap(id -> userOf(id, now));
          if (session.isEmpty() || user.isEmpty()) {
            return new Exchange.Unknown();
          }
          if (!use(oldHash, now)) {
            end(session.get(), now);
            return new Exchange.Reused(session.get(), user.get());
          }
          addToken(session.get(), newHash);
          extend(session.get(), newEnd, now);
          return new Exchange.Renewed(session.get(), user.get());
        });
  }

  @Override
  public Optional<UserRecord> userOf(UUID session, Instant now) {
    return statements
        .named("session_user")
        .param("id", session)
        .param("now", RecordStatements.time(now))
        .query(JdbcUsers::user)
        .optional();
  }

  @Override
  public void end(UUID session, Instant now) {
    statements
        .named("session_end")
        .param("id", session)
        .param("now", RecordStatements.time(now))
        .update();
  }

  @Override
  public void endOthers(UUID user, Optional<UUID> kept, Instant now) {
    statements
        .named("session_end_others")
        .param("user_id", user)
        .param("kept", kept.orElse(NONE))
        .param("now", RecordStatements.time(now))
        .update();
  }

  @Override
  public List<Session> list(UUID user, Instant now) {
    return statements
        .named("session_list")
        .param("user_id", user)
        .param("now", RecordStatements.time(now))
        .query(JdbcSignIns::session)
        .list();
  }

  @Override
  public boolean endOne(UUID user, UUID session, Instant now) {
    return statements
            .named("session_end_one")
            .param("id", session)
            .param("user_id", user)
            .param("now", RecordStatements.time(now))
            .update()
        == 1;
  }

  @Override
  public void forget(Instant before) {
    statements.named("session_forget").param("before", RecordStatements.time(before)).update();
  }

  private static Session session(ResultSet row, int number) throws SQLException {
    Instant started = RecordStatements.instant(row, "started_at");
    Instant seen = RecordStatements.instantOrNull(row, "last_seen_at");
    return new Session(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        Objects.requireNonNull(row.getObject("user_id", UUID.class)),
        started,
        RecordStatements.instant(row, "ends_at"),
        seen == null ? started : seen,
        row.getString("address"),
        row.getString("agent"));
  }

  private Optional<UUID> sessionOf(String hash) {
    return statements.named("token_session").param("hash", hash).query(UUID.class).optional();
  }

  /** Whether this call is the one that used the token up. */
  private boolean use(String hash, Instant now) {
    return statements
            .named("token_use")
            .param("hash", hash)
            .param("now", RecordStatements.time(now))
            .update()
        == 1;
  }

  private int addToken(UUID session, String hash) {
    return statements.named("token_add").param("session_id", session).param("hash", hash).update();
  }

  private void extend(UUID session, Instant end, Instant now) {
    statements
        .named("session_extend")
        .param("id", session)
        .param("ends_at", RecordStatements.time(end))
        .param("now", RecordStatements.time(now))
        .update();
  }
}
