package io.vitrine.store.records;

import io.vitrine.model.Problem;
import io.vitrine.store.IdentityRecords;
import io.vitrine.store.UserRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;

/** Who people are at providers of sign-in. */
final class JdbcIdentities implements IdentityRecords {

  private final RecordStatements statements;

  JdbcIdentities(RecordStatements statements) {
    this.statements = statements;
  }

  @Override
  public Optional<UserRecord> user(String issuer, String subject) {
    return statements
        .named("identity_user")
        .param("issuer", issuer)
        .param("subject", subject)
        .query(JdbcUsers::user)
        .optional();
  }

  @Override
  public void link(String issuer, String subject, UUID user, Instant at) {
    try {
      statements
          .named("identity_add")
          .param("issuer", issuer)
          .param("subject", subject)
          .param("user_id", user)
          .param("at", RecordStatements.time(at))
          .update();
    } catch (DuplicateKeyException e) {
      throw new Problem(
          "identity_linked",
          Problem.Category.CONFLICT,
          "an account is linked with this identity already");
    }
  }
}
