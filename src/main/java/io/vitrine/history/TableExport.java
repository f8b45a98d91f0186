package io.vitrine.history;

import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.ShopTable;
import io.vitrine.model.TableFormat;
import io.vitrine.store.EventStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * A table of the shop's history as a file of its own.
 *
 * @param table which
 * @param format what as
 * @param file where to
 */
public record TableExport(ShopTable table, TableFormat format, Path file) {

  /**
   * What was written.
   *
   * @param rows without the header
   * @param bytes size of the file
   */
  public record Written(long rows, long bytes) {}

  /**
   * Refuses a place that cannot be written to, before any work is done.
   *
   * @param replace whether a file may be there already
   * @throws Problem of category CONFLICT when one is there, CALLER when its folder is not
   */
  public void check(boolean replace) {
    if (Files.isDirectory(file)) {
      throw Problem.caller("export_place", file + " is a folder, not a file");
    }
    if (!Files.isDirectory(folder())) {
      throw Problem.caller("export_place", "there is no folder " + folder() + " to write into");
    }
    if (!replace && Files.exists(file)) {
      throw new Problem(
          "export_exists",
          Problem.Category.CONFLICT,
          file + " exists; --force replaces it, --out names another");
    }
  }

  /**
   * Writes the whole table under another name and moves it into its place, so that there is never
   * half a file.
   */
  public Written write(EventStore store) {
    try {
      Path part = Files.createTempFile(folder(), "." + file.getFileName() + "-", ".part");
      try {
        try (OutputStream out = Files.newOutputStream(part)) {
          store.export(table, Period.ALWAYS, format, out);
        }
        long bytes = Files.size(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Written(store.count(table, Period.ALWAYS), bytes);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private Path folder() {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }
}
