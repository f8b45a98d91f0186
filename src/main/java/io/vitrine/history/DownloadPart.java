package io.vitrine.history;

import io.vitrine.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a file so far, with the validator (an ETag or a date) of the version that it is
 * a part of. It outlives the process; one process at a time has it.
 */
final class DownloadPart implements AutoCloseable {

  private static final int ROOM = 1 << 16;

  private final Path path;
  private final Path validatorPath;
  private final FileChannel channel;

  private DownloadPart(Path path, FileChannel channel) {
    this.path = path;
    this.validatorPath = path.resolveSibling(path.getFileName() + ".etag");
    this.channel = channel;
  }

  static DownloadPart open(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (!isOurs(channel)) {
      channel.close();
      throw new Problem(
          "download_running",
          Problem.Category.CONFLICT,
          "Another download writes " + path + ". Wait for it, or choose another folder.");
    }
    return new DownloadPart(path, channel);
  }

  private static boolean isOurs(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException taken) {
      return false;
    }
  }

  Path path() {
    return path;
  }

  long size() throws IOException {
    return channel.size();
  }

  /** By what a server can tell whether it still has the same version; empty when from the start. */
  Optional<String> validator() throws IOException {
    if (size() == 0 || !Files.exists(validatorPath)) {
      return Optional.empty();
    }
    return Optional.of(Files.readString(validatorPath)).filter(text -> !text.isBlank());
  }

  /** Forgets what has come, and starts with a version. */
  void restart(String validator) throws IOException {
    channel.truncate(0);
    Files.writeString(validatorPath, validator);
  }

  /**
   * Adds what comes, to the end of the stream.
   *
   * @param progress is told the size after each piece
   * @throws DownloadAgain when reading breaks off; what came before it is kept
   */
  void add(InputStream body, LongConsumer progress) throws IOException, DownloadAgain {
    channel.position(channel.size());
    byte[] bytes = new byte[ROOM];
    for (int count = read(body, bytes); count >= 0; count = read(body, bytes)) {
      write(ByteBuffer.wrap(bytes, 0, count));
      progress.accept(channel.position());
    }
  }

  private static int read(InputStream body, byte[] bytes) throws DownloadAgain {
    try {
      return body.read(bytes);
    } catch (IOException broken) {
      String message = "The download broke off: " + broken.getMessage() + ".";
      throw new DownloadAgain("download_broken", message, null);
    }
  }

  private void write(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException failure) {
      throw DownloadRoom.unwritable(path, failure);
    }
  }

  /** Removes the part and what belongs to it. */
  void remove() throws IOException {
    Files.deleteIfExists(validatorPath);
    Files.deleteIfExists(path);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
