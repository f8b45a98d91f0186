package io.vitrine.store.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The engine's journal after the disk damaged it. What stands before the damage is sound, because
 * each entry has a checksum, and is kept; from the damage on the journal is cut off, after a copy
 * of the whole was put beside it. An end that is merely torn off the engine passes over by itself.
 */
final class DamagedJournal {

  private static final System.Logger LOG = System.getLogger(DamagedJournal.class.getName());
  private static final String ASIDE = ".damaged-";
  private static final Pattern PLACE =
      Pattern.compile("Corrupt WAL file: entry at byte position (\\d+)");

  private DamagedJournal() {}

  /**
   * Cuts a journal off where the engine says that it is damaged.
   *
   * @param failure that the engine refused to open with
   * @return whether it was that, so that opening once more may do
   */
  static boolean cutOff(Path journal, Exception failure) throws IOException {
    Long place = place(failure.getMessage());
    if (place == null || !Files.exists(journal) || place > Files.size(journal)) {
      return false;
    }
    Path copy = journal.resolveSibling(journal.getFileName() + ASIDE + System.currentTimeMillis());
    Files.copy(journal, copy);
    LOG.log(
        System.Logger.Level.ERROR,
        "The journal of the store is damaged from byte {0} of {1} on, which is the disk''s doing:"
            + " what was stored last is lost. The damaged journal is kept as {2}",
        place.toString(),
        Long.toString(Files.size(journal)),
        copy);
    try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
      channel.truncate(place);
      channel.force(true);
    }
    return true;
  }

  private static @Nullable Long place(@Nullable String message) {
    Matcher named = PLACE.matcher(message == null ? "" : message);
    return named.find() ? Long.valueOf(named.group(1)) : null;
  }

  /** Deletes the copies, which may name somebody who wants to be forgotten. */
  static void forget(Path folder) {
    try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, "*" + ASIDE + "*")) {
      for (Path copy : copies) {
        Files.delete(copy);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("damaged journals cannot be deleted", failure);
    }
  }
}
