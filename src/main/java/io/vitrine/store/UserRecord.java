package io.vitrine.store;

import io.vitrine.model.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's account.
 *
 * @param id never changes
 * @param username unique whatever its case
 * @param email unique whatever its case; null when not given
 * @param passwordHash in the form that names its algorithm and cost
 * @param role what the person may do
 * @param active whether the person may sign in
 * @param passwordDue whether the person has to choose a new password first
 * @param createdAt when the account was made
 * @param lastLogin last sign-in, null before the first
 */
public record UserRecord(
    UUID id,
    String username,
    @Nullable String email,
    String passwordHash,
    Role role,
    boolean active,
    boolean passwordDue,
    Instant createdAt,
    @Nullable Instant lastLogin) {

  /** The same account with another name, role and state. */
  public UserRecord with(String newName, Role newRole, boolean newActive) {
    return new UserRecord(
        id, newName, email, passwordHash, newRole, newActive, passwordDue, createdAt, lastLogin);
  }

  /** The same account with another password. */
  public UserRecord withPassword(String newHash, boolean due) {
    return new UserRecord(id, username, email, newHash, role, active, due, createdAt, lastLogin);
  }
}
