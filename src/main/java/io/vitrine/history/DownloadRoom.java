package io.vitrine.history;

import io.vitrine.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room on the disk. */
final class DownloadRoom {

  private static final long MEGABYTE = 1_000_000;

  private DownloadRoom() {}

  /**
   * Makes sure beforehand that so many bytes fit.
   *
   * @throws Problem when they do not
   */
  static void need(Path place, long bytes) throws IOException {
    long free = Files.getFileStore(place).getUsableSpace();
    if (bytes > free) {
      throw Problem.caller(
          "disk_full",
          place
              + " has room for "
              + free / MEGABYTE
              + " MB and needs "
              + (bytes / MEGABYTE + 1)
              + " MB. Make room or choose another folder; what has come is kept.");
    }
  }

  static Problem unwritable(Path file, IOException failure) {
    return Problem.ours(
        "download_not_written",
        file
            + " could not be written ("
            + failure.getMessage()
            + "). Make room on the disk or choose another folder; what has come is kept.",
        failure);
  }
}
