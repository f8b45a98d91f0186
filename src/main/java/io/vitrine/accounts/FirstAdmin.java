package io.vitrine.accounts;

import io.vitrine.model.Role;
import io.vitrine.store.UserRecord;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first admin at the first start. Its password is the one of the environment, or a random
 * one that the start tells once.
 */
public final class FirstAdmin {

  private final Users users;
  private final Secrets secrets;
  private final Audit audit;
  private @Nullable Made made;

  FirstAdmin(Users users, Secrets secrets, Audit audit) {
    this.users = users;
    this.secrets = secrets;
    this.audit = audit;
  }

  /** Makes the admin if there is no account at all. */
  void ensure(@Nullable String username, @Nullable String password) {
    if (!users.isEmpty()) {
      return;
    }
    String name = Objects.requireNonNullElse(username, "admin");
    String chosen = password == null ? secrets.password() : password;
    UserRecord admin = users.draft(name, null, Role.ADMIN, chosen, false);
    if (users.addFirst(admin)) {
      audit.write(Act.FIRST_ADMIN_MADE, null, name, null, null);
      made = password == null ? new Made(name, chosen) : null;
    }
  }

  /** The admin that this start made with a random password; empty when it made none. */
  public Optional<Made> made() {
    return Optional.ofNullable(made);
  }

  /**
   * An admin with a random password.
   *
   * @param username name to sign in with
   * @param password to be told once and kept nowhere
   */
  public record Made(String username, String password) {

    @Override
    public String toString() {
      return "Made[" + username + "]";
    }
  }
}
