package io.vitrine.store;

import io.vitrine.model.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the accounts of people. Thread-safe; every change is durable when the method returns. */
public interface UserRecords {

  /**
   * Adds an account.
   *
   * @throws io.vitrine.model.Problem of category CONFLICT when its name or e-mail is taken
   */
  void add(UserRecord user);

  /**
   * Adds an account if there is none at all.
   *
   * @return whether it was added
   */
  boolean addFirst(UserRecord user);

  Optional<UserRecord> byId(UUID id);

  /** By name or e-mail, whatever the case; the name goes first. */
  Optional<UserRecord> byLogin(String usernameOrEmail);

  /** Accounts by name. */
  List<UserRecord> list(Wanted wanted, int limit, int skip);

  long count(Wanted wanted);

  /**
   * Changes name, role, state and password.
   *
   * @return false, and nothing is changed, when no active admin would remain or the account is gone
   * @throws io.vitrine.model.Problem of category CONFLICT when the new name is taken
   */
  boolean change(UserRecord user);

  void signedIn(UUID id, Instant at);

  /**
   * Removes an account and its sessions.
   *
   * @return false, and nothing is removed, when no active admin would remain or it is gone already
   */
  boolean remove(UUID id);

  /**
   * Which accounts are asked for; null means all.
   *
   * @param role with exactly this role
   * @param active in this state
   * @param containing with this text in name or e-mail, whatever the case
   */
  record Wanted(@Nullable Role role, @Nullable Boolean active, @Nullable String containing) {

    public static Wanted all() {
      return new Wanted(null, null, null);
    }
  }
}
