package io.vitrine.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A random secret for each day, kept in a folder so that a restart changes nothing, and deleted two
 * days later: afterwards nobody, us included, can tell who a day's visitors without an id were.
 */
final class DailySalt {

  /** The keyed hash that the secrets are for. */
  static final String ALGORITHM = "HmacSHA256";

  private static final int BYTES = 32;
  private static final int DAYS_KEPT = 2;

  private final Path folder;
  private final ZoneId zone;
  private final RandomGenerator random;
  private volatile @Nullable Salt current;

  /**
   * The salts.
   *
   * @param folder created when absent
   * @param zone whose days count
   * @param random not predictable
   */
  DailySalt(Path folder, ZoneId zone, RandomGenerator random) {
    this.folder = folder;
    this.zone = zone;
    this.random = random;
  }

  private record Salt(LocalDate day, SecretKey key) {}

  /** The secret of the day of an instant. */
  SecretKey of(Instant instant) {
    LocalDate day = LocalDate.ofInstant(instant, zone);
    Salt salt = current;
    return salt != null && salt.day.equals(day) ? salt.key : change(day).key;
  }

  /** Deletes the secrets of the days before yesterday. */
  void forget(Instant now) {
    try {
      if (Files.isDirectory(folder)) {
        deleteBefore(LocalDate.ofInstant(now, zone).minusDays(DAYS_KEPT - 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Salt change(LocalDate day) {
    try {
      Files.createDirectories(folder);
      deleteBefore(day.minusDays(DAYS_KEPT - 1));
      Salt salt = new Salt(day, new SecretKeySpec(load(folder.resolve(day.toString())), ALGORITHM));
      current = salt;
      return salt;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] load(Path file) throws IOException {
    try {
      byte[] secret = Files.readAllBytes(file);
      if (secret.length == BYTES) {
        return secret;
      }
    } catch (NoSuchFileException e) {
      // the day's first visitor
    }
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    Path half = Files.write(file.resolveSibling("new"), secret);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    return secret;
  }

  private void deleteBefore(LocalDate oldest) throws IOException {
    for (Path file : files()) {
      if (file.getFileName().toString().compareTo(oldest.toString()) < 0) {
        Files.deleteIfExists(file);
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
