package io.vitrine.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vitrine.limits.Allowance;
import io.vitrine.limits.Block;
import io.vitrine.limits.Budget;
import io.vitrine.limits.Client;
import io.vitrine.limits.Limits;
import io.vitrine.model.Problem;
import io.vitrine.store.UserRecord;
import java.time.Clock;
import java.time.Duration;

/**
 * Slows down whoever guesses passwords. An address may try so often in a minute; after some wrong
 * passwords for an account it waits, twice as long each time. Both count per address, so nobody can
 * lock out the owner of an account from elsewhere; only who knows the password can make the codes
 * of its second factor wait. Who waits is among the blocks and can be let in again.
 */
final class Attempts {

  private static final int MOST_REMEMBERED = 100_000;
  private static final Duration REMEMBERED = Duration.ofHours(1);

  /** An address that is wrong about many accounts waits after this many times the free failures. */
  private static final int ACCOUNTS = 4;

  /**
   * Wrong codes of an account, from wherever, after which codes wait. One of 330,000 guesses is
   * right; who gets so far has the password and many addresses.
   */
  private static final int MOST_CODES = 50;

  private final AccountSettings settings;
  private final Clock clock;
  private final Limits limits;
  private final Cache<Client, Integer> failures =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  Attempts(AccountSettings settings, Clock clock, Limits limits) {
    this.settings = settings;
    this.clock = clock;
    this.limits = limits;
  }

  /**
   * Counts a try of an address.
   *
   * @throws Problem of category LOAD when it tried too often in the last minute
   */
  void count(String address) {
    Allowance tries = new Allowance(Budget.SIGN_IN, settings.signInsPerMinute());
    Block block = limits.take(Client.address(address), tries).block();
    if (block != null) {
      throw Problem.load(
          "too_many_sign_ins",
          "more than " + settings.signInsPerMinute() + " sign-ins in a minute",
          left(block));
    }
  }

  /**
   * Lets an address try an account's password.
   *
   * @throws Problem of category LOAD while it has to wait
   */
  void admit(String account, String address) {
    wait(Client.address(address, account));
    wait(Client.address(address));
  }

  /**
   * Lets somebody who has the password try a code of a device.
   *
   * @throws Problem of category LOAD while too many wrong ones came from all addresses together
   */
  void admitCode(UserRecord user) {
    limits
        .refuse(codesOf(user), Budget.WRONG_PASSWORDS)
        .ifPresent(
            block -> {
              throw Problem.load(
                  "codes_delayed",
                  "too many wrong codes for this account; wait, or take a recovery code",
                  left(block));
            });
  }

  /** Counts a wrong code. */
  void failedCode(UserRecord user) {
    fail(codesOf(user), MOST_CODES);
  }

  void succeededCode(UserRecord user) {
    failures.invalidate(codesOf(user));
  }

  private static Client codesOf(UserRecord user) {
    return Client.user(user.id(), user.username());
  }

  void failed(String account, String address) {
    fail(Client.address(address, account), settings.freeFailures());
    fail(Client.address(address), settings.freeFailures() * ACCOUNTS);
  }

  /** Forgets the wrong passwords for this account; those for others keep counting. */
  void succeeded(String account, String address) {
    failures.invalidate(Client.address(address, account));
  }

  private void wait(Client client) {
    limits
        .refuse(client, Budget.WRONG_PASSWORDS)
        .ifPresent(
            block -> {
              throw Problem.load(
                  "sign_in_delayed",
                  "too many wrong passwords from this address; wait before the next try",
                  left(block));
            });
  }

  private void fail(Client client, int free) {
    int count = failures.asMap().merge(client, 1, Integer::sum);
    if (count >= free) {
      limits.block(client, Budget.WRONG_PASSWORDS, wait(count - free));
    }
  }

  /** One second after the first failure that is not free, then twice as long each time. */
  private Duration wait(int beyond) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(beyond, 20));
    return doubled.compareTo(settings.longestWait()) < 0 ? doubled : settings.longestWait();
  }

  private Duration left(Block block) {
    return Duration.between(clock.instant(), block.until());
  }
}
