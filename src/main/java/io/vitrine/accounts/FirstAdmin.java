package io.vitrine.accounts;

import io.vitrine.model.Role;
import io.vitrine.store.UserRecord;
import java.io.PrintStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first admin at the first start. Its password is the one of the environment, or a random
 * one that is printed once and has to be changed at the first sign-in.
 */
final class FirstAdmin {

  private final Users users;
  private final Secrets secrets;
  private final Audit audit;
  private final PrintStream terminal;

  FirstAdmin(Users users, Secrets secrets, Audit audit, PrintStream terminal) {
    this.users = users;
    this.secrets = secrets;
    this.audit = audit;
    this.terminal = terminal;
  }

  /** Makes the admin if there is no account at all. */
  void ensure(@Nullable String username, @Nullable String password) {
    if (!users.isEmpty()) {
      return;
    }
    String name = Objects.requireNonNullElse(username, "admin");
    String chosen = password == null ? secrets.password() : password;
    UserRecord admin = users.draft(name, null, Role.ADMIN, chosen, password == null);
    if (users.addFirst(admin)) {
      audit.write(Act.FIRST_ADMIN_MADE, null, name, null, null);
      announce(name, password == null ? chosen : null);
    }
  }

  private void announce(String name, @Nullable String password) {
    if (password != null) {
      terminal.println();
      terminal.println("  Sign in as " + name + " with the password " + password);
      terminal.println("  It is shown only now, and has to be changed at the first sign-in.");
      terminal.println();
    }
  }
}
