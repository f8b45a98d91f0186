package io.vitrine.store.records;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.UserRecord;
import io.vitrine.store.UserRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Accounts. */
final class JdbcUsers implements UserRecords {

  private final RecordStatements statements;

  JdbcUsers(RecordStatements statements) {
    this.statements = statements;
  }

  @Override
  public void add(UserRecord user) {
    uniquely(() -> described(statements.named("user_add"), user).update());
  }

  @Override
  public boolean addFirst(UserRecord user) {
    return statements.together(
        () -> {
          boolean first = count(Wanted.all()) == 0;
          if (first) {
            add(user);
          }
          return first;
        });
  }

  @Override
  public Optional<UserRecord> byId(UUID id) {
    return statements.named("user_by_id").param("id", id).query(JdbcUsers::user).optional();
  }

  @Override
  public Optional<UserRecord> byLogin(String usernameOrEmail) {
    return statements
        .named("user_by_login")
        .param("login", RecordStatements.fold(usernameOrEmail))
        .query(JdbcUsers::user)
        .optional();
  }

  @Override
  public List<UserRecord> list(Wanted wanted, int limit, int skip) {
    return wanted(statements.named("user_list"), wanted)
        .param("limit", limit)
        .param("skip", skip)
        .query(JdbcUsers::user)
        .list();
  }

  @Override
  public long count(Wanted wanted) {
    return wanted(statements.named("user_count"), wanted).query(Long.class).single();
  }

  @Override
  public boolean change(UserRecord user) {
    return keepingAnAdmin(
        () -> uniquely(() -> described(statements.named("user_change"), user).update()));
  }

  @Override
  public void signedIn(UUID id, Instant at) {
    statements
        .named("user_signed_in")
        .param("id", id)
        .param("at", RecordStatements.time(at))
        .update();
  }

  @Override
  public boolean remove(UUID id) {
    return keepingAnAdmin(() -> statements.named("user_remove").param("id", id).update());
  }

  /** The row lock lets two changes that would each leave the other's admin happen one by one. */
  private boolean keepingAnAdmin(IntSupplier change) {
    return statements.unless(
        () -> {
          boolean needed = admins() > 0;
          boolean changed = change.getAsInt() > 0;
          return changed && (!needed || admins() > 0);
        });
  }

  private int admins() {
    return statements.named("admins_lock").query(UUID.class).list().size();
  }

  private static int uniquely(IntSupplier change) {
    try {
      return change.getAsInt();
    } catch (DuplicateKeyException e) {
      throw new Problem(
          "user_exists",
          Problem.Category.CONFLICT,
          "an account with this name or e-mail exists already");
    }
  }

  private static StatementSpec described(StatementSpec statement, UserRecord user) {
    return statement
        .param("id", user.id())
        .param("username", user.username())
        .param("username_key", RecordStatements.fold(user.username()))
        .param("email", user.email(), Types.VARCHAR)
        .param("email_key", foldedOrNull(user.email()), Types.VARCHAR)
        .param("password_hash", user.passwordHash())
        .param("role", user.role().name())
        .param("active", user.active())
        .param("password_due", user.passwordDue())
        .param("created_at", RecordStatements.time(user.createdAt()))
        .param(
            "last_login", RecordStatements.time(user.lastLogin()), Types.TIMESTAMP_WITH_TIMEZONE);
  }

  private static @Nullable String foldedOrNull(@Nullable String text) {
    return text == null ? null : RecordStatements.fold(text);
  }

  private static StatementSpec wanted(StatementSpec statement, Wanted wanted) {
    Role role = wanted.role();
    String part = wanted.containing();
    return statement
        .param("role", role == null ? "" : role.name())
        .param("state", state(wanted.active()))
        .param("part", part == null ? "" : RecordStatements.anywhere(RecordStatements.fold(part)));
  }

  private static String state(@Nullable Boolean active) {
    if (active == null) {
      return "";
    }
    return active ? "active" : "inactive";
  }

  /** Reads one row. */
  static UserRecord user(ResultSet row, int number) throws SQLException {
    return new UserRecord(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getString("username"),
        row.getString("email"),
        row.getString("password_hash"),
        Role.valueOf(row.getString("role")),
        row.getBoolean("active"),
        row.getBoolean("password_due"),
        RecordStatements.instant(row, "created_at"),
        RecordStatements.instantOrNull(row, "last_login"));
  }
}
