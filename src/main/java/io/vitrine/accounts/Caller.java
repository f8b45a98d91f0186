package io.vitrine.accounts;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls an endpoint. A controller method takes it as a parameter.
 *
 * @param id the account or the key
 * @param name name of the person or of the key
 * @param role what the person may do; VIEWER for a key that reads, null for one that ingests
 * @param scope what the key may do; null for a person
 * @param session the person's session; null for a key
 * @param passwordDue whether the person has to choose a new password first
 * @param secondFactorDue whether the person has to set up a second factor first
 */
public record Caller(
    UUID id,
    String name,
    @Nullable Role role,
    @Nullable Scope scope,
    @Nullable UUID session,
    boolean passwordDue,
    boolean secondFactorDue) {

  /** Whether this is a person, or a key that acts as one, with that role or a higher one. */
  public boolean may(Role needed) {
    return role != null && role.covers(needed);
  }

  /** Whether this is a program with a key. */
  public boolean isKey() {
    return scope != null;
  }

  /**
   * The account of a person.
   *
   * @throws Problem of category FORBIDDEN when this is a key
   */
  UUID person() {
    if (isKey()) {
      throw new Problem(
          "not_a_person", Problem.Category.FORBIDDEN, "a key has no account of its own");
    }
    return id;
  }

  /** The session of a person. */
  public Optional<UUID> currentSession() {
    return Optional.ofNullable(session);
  }
}
