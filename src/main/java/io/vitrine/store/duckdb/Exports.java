package io.vitrine.store.duckdb;

import io.vitrine.model.Problem;
import io.vitrine.model.TableFormat;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.sql.Sql;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * Exports on connections of their own, so that questions never wait for them: as many at a time as
 * there are readers. The engine writes a file beside its other temporary ones, and the file goes to
 * the caller; a slow caller holds no snapshot of the database, and what is left of a caller that
 * went away, or of a process that was killed, is removed.
 */
final class Exports implements AutoCloseable {

  private static final String PREFIX = "export-";
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final Path folder;
  private final BlockingQueue<Connected> connections;
  private final ExecutorService threads;
  private final Set<PreparedStatement> running = ConcurrentHashMap.newKeySet();

  Exports(Database database, StoreSettings settings) {
    this.folder = settings.folder().toAbsolutePath().resolve("tmp");
    this.connections = new ArrayBlockingQueue<>(settings.readers());
    for (int i = 0; i < settings.readers(); i++) {
      connections.add(database.connection());
    }
    this.threads =
        Executors.newFixedThreadPool(
            settings.readers(), Thread.ofPlatform().daemon().name("store-export-", 0).factory());
    sweep();
  }

  /** Removes what a killed process left. */
  private void sweep() {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clean " + folder, e);
    }
  }

  /**
   * Writes a file and hands its bytes on.
   *
   * @param copy the statement that writes the file of that name
   */
  void write(Function<String, Sql> copy, TableFormat format, OutputStream out) throws IOException {
    Connected connection = connections.poll();
    if (connection == null) {
      throw Problem.load(
          "exports_busy", "as many exports run as may at a time; try again later", RETRY_AFTER);
    }
    try {
      Path file = Files.createTempFile(folder, PREFIX, "." + format.wireName());
      try {
        copy(connection, copy.apply(file.toString()));
        send(file, format, out);
      } finally {
        Files.deleteIfExists(file);
      }
    } finally {
      connections.add(connection);
    }
  }

  private void copy(Connected connection, Sql copy) {
    try {
      CompletableFuture.runAsync(() -> run(connection, copy), threads).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Problem problem) {
        throw problem;
      }
      throw Problem.ours("store_failed", "the export failed", e);
    } catch (RejectedExecutionException e) {
      throw Problem.load("store_closing", "the store is closing", RETRY_AFTER);
    }
  }

  private void run(Connected connection, Sql copy) {
    long began = System.nanoTime();
    try (PreparedStatement statement = connection.prepare(copy)) {
      statement.setQueryTimeout(Math.toIntExact(LONGEST.toSeconds()));
      running.add(statement);
      try {
        statement.execute();
      } finally {
        running.remove(statement);
      }
    } catch (SQLException e) {
      throw System.nanoTime() - began < LONGEST.toNanos() ? Connected.failed(e) : tooLong();
    }
  }

  private static Problem tooLong() {
    return Problem.load(
        "export_too_long", "the export took longer than " + LONGEST.toMinutes() + " min", LONGEST);
  }

  private static void send(Path file, TableFormat format, OutputStream out) throws IOException {
    switch (format) {
      case PARQUET -> Files.copy(file, out);
      case CSV -> {
        try (InputStream lines = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
          OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
          endLines(lines, buffered);
          buffered.flush();
        }
      }
    }
  }

  /** The engine ends a line with LF, RFC 4180 with CRLF; what stands in quotes stays as it is. */
  private static void endLines(InputStream lines, OutputStream out) throws IOException {
    boolean quoted = false;
    for (int next = lines.read(); next >= 0; next = lines.read()) {
      quoted ^= next == '"';
      if (next == '\n' && !quoted) {
        out.write('\r');
      }
      out.write(next);
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    running.forEach(Exports::cancel);
    try (ExecutorService _ = threads) {
      connections.forEach(Connected::close);
    }
  }

  private static void cancel(PreparedStatement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      System.getLogger(Exports.class.getName())
          .log(System.Logger.Level.WARNING, "an export could not be cancelled", e);
    }
  }
}
