package io.vitrine.store.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The driver unpacks 72 MB of native code into the temporary folder and deletes them when the
 * process ends in peace; killed processes leave them behind. Where the system allows it, the file
 * is unlinked as soon as it is loaded, so that there is nothing to leave.
 */
final class NativeLibrary {

  private static final Path MAPS = Path.of("/proc/self/maps");

  private NativeLibrary() {}

  static void unlink() {
    if (!Files.isReadable(MAPS)) {
      return;
    }
    try (Stream<String> lines = Files.lines(MAPS)) {
      lines
          .filter(line -> line.contains("/libduckdb_java") && line.endsWith(".so"))
          .map(line -> Path.of(line.substring(line.indexOf('/'))))
          .distinct()
          .forEach(NativeLibrary::delete);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void delete(Path library) {
    try {
      Files.deleteIfExists(library);
    } catch (IOException e) {
      System.getLogger(NativeLibrary.class.getName())
          .log(System.Logger.Level.DEBUG, "the native library stays at " + library, e);
    }
  }
}
