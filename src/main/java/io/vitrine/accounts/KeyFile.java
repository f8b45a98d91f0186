package io.vitrine.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** Keys as files of the data folder, for their owner's eyes only. */
final class KeyFile {

  private KeyFile() {}

  /**
   * What a file holds; it is made when there is none.
   *
   * @param name of the file in the data folder
   * @param made text of a new key
   */
  static String of(Path dataFolder, String name, Supplier<String> made) {
    Path file = dataFolder.resolve(name).toAbsolutePath();
    try {
      return Files.exists(file) ? Files.readString(file) : written(file, made.get());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or write " + file, e);
    }
  }

  /** Appears whole or not at all, so that a crash leaves no half of a key. */
  private static String written(Path file, String key) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path draft = Files.createTempFile(folder, String.valueOf(file.getFileName()), ".new", owner());
    Files.writeString(draft, key);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return key;
  }

  private static FileAttribute<?>[] owner() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
