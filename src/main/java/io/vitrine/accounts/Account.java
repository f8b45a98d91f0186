package io.vitrine.accounts;

import io.vitrine.model.Role;
import io.vitrine.store.UserRecord;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's account as others see it.
 *
 * @param id never changes
 * @param username name to sign in with
 * @param email e-mail to sign in with; null when not given
 * @param role what the person may do
 * @param isActive whether the person may sign in
 * @param mustChangePassword whether the person has to choose a new password first
 * @param secondFactor whether signing in asks for a second factor
 * @param mustSetSecondFactor whether the person has to set up a second factor first
 * @param createdAt when the account was made
 * @param lastLogin last sign-in; null before the first
 */
public record Account(
    UUID id,
    String username,
    @Nullable String email,
    Role role,
    boolean isActive,
    boolean mustChangePassword,
    boolean secondFactor,
    boolean mustSetSecondFactor,
    Instant createdAt,
    @Nullable Instant lastLogin) {

  static Account of(UserRecord user, boolean secondFactor, boolean secondFactorDue) {
    return new Account(
        user.id(),
        user.username(),
        user.email(),
        user.role(),
        user.active(),
        user.passwordDue(),
        secondFactor,
        secondFactorDue,
        user.createdAt(),
        user.lastLogin());
  }
}
