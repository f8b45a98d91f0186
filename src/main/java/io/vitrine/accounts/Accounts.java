package io.vitrine.accounts;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.Records;
import io.vitrine.store.UserRecord;
import io.vitrine.store.UserRecords.Wanted;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a data folder without the server, for the command line. One process at a time may
 * use a data folder, so the server has to be stopped.
 */
public final class Accounts implements AutoCloseable {

  private static final int PASSWORD_COST = 12;
  private static final String ACTOR = "command line";

  private final Records records;
  private final Users users;
  private final Secrets secrets = new Secrets(new SecureRandom());
  private final Audit audit;

  private Accounts(Records records, Clock clock, int passwordCost) {
    this.records = records;
    this.users = new Users(records, new Passwords(passwordCost), clock);
    this.audit = new Audit(records.audit(), clock);
  }

  /**
   * Opens the accounts of a data folder; makes the folder when there is none.
   *
   * @throws Problem of category CONFLICT when another process uses it
   */
  public static Accounts open(Path dataFolder) {
    return new Accounts(Records.open(dataFolder), Clock.systemUTC(), PASSWORD_COST);
  }

  /** All accounts by name. */
  public List<Account> list() {
    Set<UUID> secured = records.secondFactors().users();
    return users.list(Wanted.all(), Integer.MAX_VALUE, 0).stream()
        .map(user -> Account.of(user, secured.contains(user.id()), false))
        .toList();
  }

  /**
   * Adds an account.
   *
   * @param password its password; null for a random one, which has to be changed
   * @return the account and the random password
   * @throws Problem of category CALLER or CONFLICT when name, e-mail or password do not do
   */
  public Added add(String username, @Nullable String email, Role role, @Nullable String password) {
    String chosen = password == null ? secrets.password() : password;
    UserRecord user = users.add(username, email, role, chosen, password == null);
    audit.write(Act.USER_ADDED, ACTOR, username, null, role.wireName());
    return new Added(Account.of(user, false, false), password == null ? chosen : null);
  }

  /**
   * Gives an account a random password, which has to be changed, and ends its sessions.
   *
   * @param login its name or e-mail
   * @return the password
   * @throws Problem of category ABSENT when there is no such account
   */
  public String resetPassword(String login) {
    UserRecord user =
        users
            .named(login)
            .orElseThrow(() -> Problem.absent("user_absent", "there is no account " + login));
    String password = secrets.password();
    users.setPassword(user, password, true, Optional.empty());
    audit.write(Act.PASSWORD_RESET, ACTOR, user.username(), null, null);
    return password;
  }

  @Override
  public void close() {
    records.close();
  }

  /**
   * An account that was just made.
   *
   * @param account the account
   * @param password its random password; null when one was given
   */
  public record Added(Account account, @Nullable String password) {

    @Override
    public String toString() {
      return "Added[" + account + "]";
    }
  }
}
