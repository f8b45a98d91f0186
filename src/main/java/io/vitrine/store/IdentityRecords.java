package io.vitrine.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps who people are at providers of sign-in. Thread-safe; a change is durable at once. */
public interface IdentityRecords {

  /** The account of somebody whom a provider calls by a subject. */
  Optional<UserRecord> user(String issuer, String subject);

  /**
   * Links an account.
   *
   * @throws io.vitrine.model.Problem of category CONFLICT when that subject has one already
   */
  void link(String issuer, String subject, UUID user, Instant at);
}
