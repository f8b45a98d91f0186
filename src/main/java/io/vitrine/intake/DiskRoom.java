package io.vitrine.intake;

import io.vitrine.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Refuses what comes while the disk is nearly full, before anything breaks on it: what is stored
 * can still be read, and senders that try again lose nothing. Looks at the disk once a second, so
 * it takes things in again by itself. Thread-safe.
 */
final class DiskRoom {

  private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();
  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  private final Path folder;
  private final long least;
  private volatile long lookedAt;
  private volatile long free = Long.MAX_VALUE;

  DiskRoom(Path folder, long least) {
    this.folder = folder;
    this.least = least;
    this.lookedAt = System.nanoTime() - 2 * EVERY_NANOS;
  }

  /** Room without end. */
  static DiskRoom endless() {
    return new DiskRoom(Path.of("."), -1);
  }

  /**
   * Passes when there is room.
   *
   * @throws Problem of category LOAD when there is not
   */
  void check() {
    if (System.nanoTime() - lookedAt > EVERY_NANOS) {
      look();
    }
    if (free < least) {
      throw Problem.load(
          "disk_full",
          "%d bytes are free on the disk of the data folder, %d are needed to take anything in"
              .formatted(free, least),
          RETRY_AFTER);
    }
  }

  private void look() {
    try {
      FileStore disk = Files.getFileStore(folder);
      free = disk.getUsableSpace();
      lookedAt = System.nanoTime();
    } catch (IOException failure) {
      throw new UncheckedIOException("the disk of the data folder cannot be asked", failure);
    }
  }
}
