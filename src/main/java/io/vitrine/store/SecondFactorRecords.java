package io.vitrine.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the second factors of people and the hashes of their recovery codes. Thread-safe; a change
 * is durable when the method returns.
 */
public interface SecondFactorRecords {

  /** The second factor of a person, confirmed or not. */
  Optional<SecondFactor> of(UUID user);

  /** Everybody whose second factor is confirmed. */
  Set<UUID> users();

  /**
   * Begins with a secret, in place of one that was not confirmed.
   *
   * @return false, and nothing is changed, when the person has a confirmed one
   */
  boolean begin(UUID user, String secret);

  /**
   * Confirms the secret with the time step of the code that proved it, and keeps the recovery codes
   * in place of all before.
   *
   * @return false, and nothing is changed, when there is nothing to confirm
   */
  boolean confirm(UUID user, long step, List<String> codeHashes, Instant at);

  /**
   * Takes a code.
   *
   * @param step the code's time step
   * @return false when this or a later step was taken before
   */
  boolean take(UUID user, long step);

  /**
   * Takes a recovery code, which is gone then.
   *
   * @return false when there is no such code
   */
  boolean takeRecovery(UUID user, String codeHash);

  /** Keeps these recovery codes in place of all before. */
  void replaceRecovery(UUID user, List<String> codeHashes);

  /**
   * Removes the second factor and its recovery codes.
   *
   * @return whether there was one
   */
  boolean remove(UUID user);

  /**
   * Keeps other secrets in place of those that are kept; all or none, and of what was before
   * nothing stays in the files.
   *
   * @param change the secret to keep of a second factor
   */
  void rewrite(Function<SecondFactor, String> change);

  /**
   * A second factor.
   *
   * @param user whose it is
   * @param secret shared with the person's device, in the form that it was given
   * @param confirmedAt since when it counts; null before the person proved to have it
   * @param recoveryCodes how many recovery codes are left
   */
  record SecondFactor(UUID user, String secret, @Nullable Instant confirmedAt, int recoveryCodes) {

    /** Whether signing in asks for it. */
    public boolean isConfirmed() {
      return confirmedAt != null;
    }

    @Override
    public String toString() {
      return "SecondFactor[" + user + "]";
    }
  }
}
