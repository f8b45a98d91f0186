package io.vitrine.intake;

import io.vitrine.store.SecretFile;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * This installation's secret for hashes of card numbers, in a file of the data folder. Without it
 * nobody can try all numbers of a hash; with another one the same card has another hash.
 */
final class CardSecret {

  /** Its name in the data folder. */
  static final String FILE = "card-secret";

  private static final int BYTES = 32;

  private CardSecret() {}

  /**
   * The secret of a file, made when there is none.
   *
   * @param random not predictable
   */
  static SecretKey of(Path file, RandomGenerator random) {
    byte[] secret = SecretFile.of(file, () -> made(random));
    if (secret.length != BYTES) {
      throw new IllegalStateException(file + " does not hold a secret of " + BYTES + " bytes");
    }
    return new SecretKeySpec(secret, DailySalt.ALGORITHM);
  }

  private static byte[] made(RandomGenerator random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return secret;
  }
}
