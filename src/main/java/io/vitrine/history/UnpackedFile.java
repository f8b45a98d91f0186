package io.vitrine.history;

import io.vitrine.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.LongConsumer;

/**
 * A file that must lie on disk unpacked to be read. What had to be unpacked for that goes when it
 * is closed.
 *
 * @param path of the unpacked file
 * @param made whether it was unpacked
 */
record UnpackedFile(Path path, boolean made) implements AutoCloseable {

  /**
   * Unpacks a file unless it is plain.
   *
   * @param folder for the unpacked file
   */
  static UnpackedFile of(PastFile file, Path folder, LongConsumer progress) {
    if (file.path().getFileName().toString().equals(file.name())) {
      return new UnpackedFile(file.path(), false);
    }
    try {
      Files.createDirectories(folder);
      Path unpacked = Files.createTempFile(folder, "unpacked", "");
      return copied(file, unpacked, progress);
    } catch (IOException e) {
      throw Problem.ours("file_not_unpacked", file.name() + " cannot be unpacked in " + folder, e);
    }
  }

  private static UnpackedFile copied(PastFile file, Path unpacked, LongConsumer progress) {
    UnpackedFile made = new UnpackedFile(unpacked, true);
    try (InputStream in = file.stream(progress)) {
      Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
      return made;
    } catch (IOException e) {
      made.close();
      throw MappedFile.failed(file.name(), e);
    }
  }

  @Override
  public void close() {
    try {
      if (made) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw Problem.ours("file_not_removed", path + " cannot be removed", e);
    }
  }
}
