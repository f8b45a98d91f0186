package io.vitrine.history;

import io.vitrine.model.Problem;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A file of a past: plain, gzip, or within a zip archive.
 *
 * @param name its name when unpacked, such as {@code events.csv}
 * @param path where it is
 */
record PastFile(String name, Path path) {

  private static final int BUFFER = 1 << 16;
  private static final int BLOCK = 1 << 20;

  /** Size in bytes as it lies there, packed or not. */
  long size() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Opens it.
   *
   * @param progress is told how many bytes of the file were read
   */
  LineChunks open(LongConsumer progress) {
    try {
      return new LineChunks(path.getFileName().toString(), stream(progress));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Its bytes, unpacked. */
  InputStream stream(LongConsumer progress) throws IOException {
    return unpacked(counted(progress));
  }

  private InputStream counted(LongConsumer progress) throws IOException {
    return new FilterInputStream(Files.newInputStream(path)) {
      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        progress.accept(Math.max(0, count));
        return count;
      }
    };
  }

  private InputStream unpacked(InputStream in) throws IOException {
    String ending = path.getFileName().toString().toLowerCase(Locale.ROOT);
    if (ending.endsWith(".gz")) {
      return new GZIPInputStream(in, BUFFER);
    }
    return ending.endsWith(".zip") ? entry(in) : in;
  }

  private InputStream entry(InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(new BufferedInputStream(in, BUFFER));
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (isNamed(entry, name)) {
        return zip;
      }
    }
    zip.close();
    throw Problem.caller("file_missing", path.getFileName() + " has no " + name + " in it");
  }

  /** Whether an entry of an archive is the file of that name, in whatever folder. */
  static boolean isNamed(ZipEntry entry, String name) {
    return !entry.isDirectory()
        && (entry.getName().equals(name) || entry.getName().endsWith("/" + name));
  }

  /** Two checksums of 32 bits of what lies there, and its size: equal for equal files. */
  String fingerprint() {
    CRC32 first = new CRC32();
    CRC32C second = new CRC32C();
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(path)) {
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        first.update(block, 0, count);
        second.update(block, 0, count);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return "%s:%d:%08x%08x".formatted(name, size(), first.getValue(), second.getValue());
  }

  private Problem unreadable(IOException e) {
    return Problem.ours(
        "file_unreadable", path.getFileName() + " cannot be read: " + e.getMessage(), e);
  }
}
