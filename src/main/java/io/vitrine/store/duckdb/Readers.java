package io.vitrine.store.duckdb;

import io.vitrine.model.Problem;
import io.vitrine.store.sql.Sql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A few read connections, each used by one platform thread at a time: calls into the engine pin
 * virtual threads. A question that takes too long is cancelled.
 */
final class Readers implements AutoCloseable {

  /** Reads a whole result. */
  interface ResultReader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private final BlockingQueue<Connected> connections;
  private final ExecutorService threads;
  private final ScheduledExecutorService clock;
  private final Duration timeout;

  Readers(Database database, int readers, Duration timeout) {
    this.timeout = timeout;
    this.connections = new ArrayBlockingQueue<>(readers);
    for (int i = 0; i < readers; i++) {
      connections.add(database.connection());
    }
    this.threads =
        Executors.newFixedThreadPool(
            readers, Thread.ofPlatform().daemon().name("store-reader-", 0).factory());
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("store-timeout").factory());
  }

  <T> T read(Sql sql, ResultReader<T> reader) {
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      return CompletableFuture.supplyAsync(() -> borrow(sql, reader, deadline), threads).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Problem problem) {
        throw problem;
      }
      throw Problem.ours("store_failed", "the question failed", e);
    } catch (RejectedExecutionException e) {
      throw Problem.load("store_closing", "the store is closing", Duration.ofSeconds(1));
    }
  }

  private <T> T borrow(Sql sql, ResultReader<T> reader, long deadline) {
    Connected connection = connections.remove();
    try (PreparedStatement statement = connection.prepare(sql)) {
      return limited(statement, reader, deadline);
    } catch (SQLException e) {
      throw Connected.failed(e);
    } finally {
      connections.add(connection);
    }
  }

  private <T> T limited(PreparedStatement statement, ResultReader<T> reader, long deadline)
      throws SQLException {
    long left = deadline - System.nanoTime();
    if (left <= 0) {
      throw tooLong();
    }
    Cancellation cancellation = new Cancellation(statement);
    ScheduledFuture<?> alarm = clock.schedule(cancellation, left, TimeUnit.NANOSECONDS);
    try (ResultSet rows = statement.executeQuery()) {
      return reader.read(rows);
    } catch (SQLException e) {
      throw cancellation.fired ? tooLong() : Connected.failed(e);
    } finally {
      alarm.cancel(false);
      cancellation.end();
    }
  }

  private Problem tooLong() {
    return Problem.load(
        "question_too_long",
        "the question took longer than " + timeout.toSeconds() + " s",
        Duration.ofSeconds(5));
  }

  /** Cancels a statement unless it has ended. */
  private static final class Cancellation implements Runnable {

    private final PreparedStatement statement;
    private boolean ended;
    private volatile boolean fired;

    Cancellation(PreparedStatement statement) {
      this.statement = statement;
    }

    synchronized void end() {
      ended = true;
    }

    @Override
    public synchronized void run() {
      if (ended) {
        return;
      }
      fired = true;
      try {
        statement.cancel();
      } catch (SQLException e) {
        System.getLogger(Readers.class.getName())
            .log(System.Logger.Level.WARNING, "a question could not be cancelled", e);
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connections.forEach(Connected::close);
  }
}
