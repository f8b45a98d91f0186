package io.vitrine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** Secrets as files of the data folder, for their owner's eyes only. */
public final class SecretFile {

  private SecretFile() {}

  /**
   * What a file holds; it is made when there is none.
   *
   * @param made a new secret
   * @throws UncheckedIOException when it can neither be read nor made
   */
  public static byte[] of(Path file, Supplier<byte[]> made) {
    Path whole = file.toAbsolutePath();
    try {
      return Files.exists(whole) ? Files.readAllBytes(whole) : written(whole, made.get());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or write " + whole, e);
    }
  }

  /** Appears whole or not at all, so that a crash leaves no half of a secret. */
  private static byte[] written(Path file, byte[] secret) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path draft = Files.createTempFile(folder, String.valueOf(file.getFileName()), ".new", owner());
    Files.write(draft, secret);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return secret;
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
