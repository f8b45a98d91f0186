package io.vitrine.history;

import io.vitrine.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip with the files of the set. Only files of the expected names leave it, whatever else is in
 * it; they appear under their names only when all of them are whole.
 */
final class DownloadArchive {

  private static final List<String> FILES =
      List.of(
          "events.csv",
          "item_properties_part1.csv",
          "item_properties_part2.csv",
          "category_tree.csv");

  /** The code of the problem that an archive is not what it should be. */
  static final String DAMAGED = "download_damaged";

  private static final int ROOM = 1 << 16;

  private final Path path;

  DownloadArchive(Path path) {
    this.path = path;
  }

  /**
   * Unpacks into a folder, over files of the same names.
   *
   * @param progress is told the bytes written so far
   * @return the files with their sizes in bytes
   * @throws Problem when a file is missing or damaged, or does not fit on the disk
   */
  Map<String, Long> unpack(Path folder, LongConsumer progress) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      Map<String, Long> sizes = new LinkedHashMap<>();
      FILES.forEach(name -> sizes.put(name, entry(zip, name).getSize()));
      DownloadRoom.need(folder, sizes.values().stream().mapToLong(size -> size).sum());
      long before = 0;
      for (String name : FILES) {
        long start = before;
        unpack(zip, entry(zip, name), folder, written -> progress.accept(start + written));
        before += sizes.getOrDefault(name, 0L);
      }
      publish(folder);
      return sizes;
    } catch (ZipException failure) {
      throw damaged("is not a zip that can be read (" + failure.getMessage() + ")");
    } finally {
      for (String name : FILES) {
        Files.deleteIfExists(fresh(folder, name));
      }
    }
  }

  private static Path fresh(Path folder, String name) {
    return folder.resolve(name + ".new");
  }

  private static void publish(Path folder) throws IOException {
    for (String name : FILES) {
      Files.move(
          fresh(folder, name),
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private ZipEntry entry(ZipFile zip, String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw damaged("has no " + name);
    }
    return entry;
  }

  private void unpack(ZipFile zip, ZipEntry entry, Path folder, LongConsumer progress)
      throws IOException {
    if (copy(zip, entry, fresh(folder, entry.getName()), progress) != entry.getCrc()) {
      throw damaged("holds a damaged " + entry.getName());
    }
  }

  /** Returns the CRC-32 of what was written. */
  private static long copy(ZipFile zip, ZipEntry entry, Path fresh, LongConsumer progress)
      throws IOException {
    CRC32 crc = new CRC32();
    byte[] bytes = new byte[ROOM];
    long written = 0;
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(fresh)) {
      // No more than the entry says, so that a hostile zip cannot fill the disk.
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        written += count;
        if (written > entry.getSize()) {
          return -1;
        }
        crc.update(bytes, 0, count);
        out.write(bytes, 0, count);
        progress.accept(written);
      }
    }
    return crc.getValue();
  }

  private Problem damaged(String why) {
    return new Problem(
        DAMAGED,
        Problem.Category.OUTSIDE,
        "The downloaded " + path.getFileName() + " " + why + ". Nothing was replaced by it.");
  }
}
