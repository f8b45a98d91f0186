package io.vitrine.store.records;

import io.vitrine.store.SecondFactorRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Second factors and recovery codes. */
final class JdbcSecondFactors implements SecondFactorRecords {

  private final RecordStatements statements;
  private final Runnable rewriteFile;

  /**
   * Over statements.
   *
   * @param rewriteFile makes what is gone from the tables gone from the file
   */
  JdbcSecondFactors(RecordStatements statements, Runnable rewriteFile) {
    this.statements = statements;
    this.rewriteFile = rewriteFile;
  }

  @Override
  public Optional<SecondFactor> of(UUID user) {
    return statements
        .named("factor_get")
        .param("user_id", user)
        .query(JdbcSecondFactors::factor)
        .optional();
  }

  @Override
  public Set<UUID> users() {
    return Set.copyOf(statements.named("factor_users").query(UUID.class).list());
  }

  @Override
  public boolean begin(UUID user, String secret) {
    return statements.together(
        () -> {
          statements.named("factor_remove_draft").param("user_id", user).update();
          boolean free = of(user).isEmpty();
          if (free) {
            statements.named("factor_add").param("user_id", user).param("secret", secret).update();
          }
          return free;
        });
  }

  @Override
  public boolean confirm(UUID user, long step, List<String> codeHashes, Instant at) {
    return statements.together(
        () -> {
          boolean confirmed =
              statements
                      .named("factor_confirm")
                      .param("user_id", user)
                      .param("step", step)
                      .param("at", RecordStatements.time(at))
                      .update()
                  == 1;
          if (confirmed) {
            replaceCodes(user, codeHashes);
          }
          return confirmed;
        });
  }

  @Override
  public boolean take(UUID user, long step) {
    return statements.named("factor_step").param("user_id", user).param("step", step).update() == 1;
  }

  @Override
  public boolean takeRecovery(UUID user, String codeHash) {
    return statements.named("recovery_use").param("user_id", user).param("hash", codeHash).update()
        == 1;
  }

  @Override
  public void replaceRecovery(UUID user, List<String> codeHashes) {
    statements.together(() -> replaceCodes(user, codeHashes));
  }

  @Override
  public boolean remove(UUID user) {
    return statements.together(
        () -> {
          statements.named("recovery_remove").param("user_id", user).update();
          return statements.named("factor_remove").param("user_id", user).update() == 1;
        });
  }

  @Override
  public void rewrite(Function<SecondFactor, String> change) {
    int changed =
        statements.together(
            () ->
                statements.named("factor_all").query(JdbcSecondFactors::factor).list().stream()
                    .mapToInt(factor -> replaceSecret(factor, change.apply(factor)))
                    .sum());
    if (changed > 0) {
      rewriteFile.run();
    }
  }

  private int replaceSecret(SecondFactor factor, String secret) {
    return secret.equals(factor.secret())
        ? 0
        : statements
            .named("factor_secret")
            .param("user_id", factor.user())
            .param("secret", secret)
            .update();
  }

  private int replaceCodes(UUID user, List<String> codeHashes) {
    statements.named("recovery_remove").param("user_id", user).update();
    for (String hash : codeHashes) {
      statements.named("recovery_add").param("user_id", user).param("hash", hash).update();
    }
    return codeHashes.size();
  }

  private static SecondFactor factor(ResultSet row, int number) throws SQLException {
    return new SecondFactor(
        Objects.requireNonNull(row.getObject("user_id", UUID.class)),
        row.getString("secret"),
        RecordStatements.instantOrNull(row, "confirmed_at"),
        row.getInt("codes"));
  }
}
