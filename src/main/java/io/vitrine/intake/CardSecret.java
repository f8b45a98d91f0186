package io.vitrine.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    try {
      return new SecretKeySpec(load(file, random), DailySalt.ALGORITHM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] load(Path file, RandomGenerator random) throws IOException {
    try {
      byte[] secret = Files.readAllBytes(file);
      if (secret.length == BYTES) {
        return secret;
      }
    } catch (NoSuchFileException e) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    Path half = Files.write(file.resolveSibling(file.getFileName() + ".new"), secret);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    return secret;
  }
}
