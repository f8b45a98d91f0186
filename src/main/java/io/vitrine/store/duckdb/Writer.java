package io.vitrine.store.duckdb;

import io.vitrine.model.Problem;
import io.vitrine.store.Appended;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. It takes everything that waits and commits it at once, so that one
 * write to the disk serves all callers; between commits it refreshes the derived tables. Where very
 * much comes, it lets those who follow the store catch up before the next commit.
 */
final class Writer implements AutoCloseable {

  private static final long MOST_BYTES =
      Math.min(256L << 20, Math.max(16L << 20, Runtime.getRuntime().maxMemory() / 8));
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final long QUIET_SECONDS = 3;
  private static final System.Logger LOG = System.getLogger(Writer.class.getName());

  private sealed interface Work {
    CompletableFuture<?> done();

    record Batch(List<Row> rows, long bytes, CompletableFuture<Appended> done) implements Work {}

    record Chore(Runnable run, CompletableFuture<Boolean> done) implements Work {}
  }

  private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
  private final AtomicLong waitingEvents = new AtomicLong();
  private final AtomicLong waitingBytes = new AtomicLong();
  private final Committer committer;
  private final Runnable quietChore;
  private final Runnable afterCommit;
  private final int mostEvents;
  private final Thread thread;
  private volatile boolean closed;

  Writer(Committer committer, int mostEvents, Runnable afterCommit, Runnable quietChore) {
    this.committer = committer;
    this.mostEvents = mostEvents;
    this.afterCommit = afterCommit;
    this.quietChore = quietChore;
    this.thread = Thread.ofPlatform().name("store-writer").start(this::work);
  }

  /** Waits for the commit that holds these rows. */
  Appended append(List<Row> rows) {
    long bytes = rows.stream().mapToLong(Row::bytes).sum();
    reserve(rows.size(), bytes);
    CompletableFuture<Appended> done = new CompletableFuture<>();
    submit(new Work.Batch(rows, bytes, done));
    return join(done);
  }

  /** Runs something on the writer's thread after all that waits, and waits for it. */
  void run(Runnable chore) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    submit(new Work.Chore(chore, done));
    join(done);
  }

  /** As {@link #run}, for work with a result. */
  <T> T call(Supplier<T> work) {
    AtomicReference<@Nullable T> result = new AtomicReference<>();
    run(() -> result.set(work.get()));
    return Objects.requireNonNull(result.get());
  }

  private void submit(Work work) {
    queue.add(work);
    if (closed && queue.remove(work)) {
      work.done().completeExceptionally(closing());
    }
  }

  /** One batch always finds room when nothing waits, however large it is. */
  private void reserve(int events, long bytes) {
    long allEvents = waitingEvents.addAndGet(events);
    long allBytes = waitingBytes.addAndGet(bytes);
    boolean over = allEvents > mostEvents || allBytes > MOST_BYTES;
    if (over && allEvents > events) {
      release(events, bytes);
      throw Problem.load(
          "store_busy",
          allEvents - events + " events wait for their commit; " + mostEvents + " is the limit",
          RETRY_AFTER);
    }
  }

  private void release(int events, long bytes) {
    waitingEvents.addAndGet(-events);
    waitingBytes.addAndGet(-bytes);
  }

  private static <T> T join(CompletableFuture<T> done) {
    try {
      return done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Problem problem) {
        throw problem;
      }
      throw Problem.ours("store_failed", "the store failed", e);
    }
  }

  private void work() {
    while (!closed || !queue.isEmpty()) {
      try {
        turn();
      } catch (InterruptedException e) {
        closed = true;
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "background work of the store failed", e);
      }
    }
    refuseWaiting();
  }

  private void turn() throws InterruptedException {
    Work first = queue.poll(QUIET_SECONDS, TimeUnit.SECONDS);
    if (first == null) {
      quietChore.run();
      return;
    }
    List<Work> taken = new ArrayList<>(List.of(first));
    queue.drainTo(taken);
    commit(batches(taken));
    chores(taken).forEach(Writer::doChore);
    committer.awaitReaders();
  }

  /** Commits what waits; for long chores on the writer's thread. */
  void commitWaiting() {
    List<Work> waiting = new ArrayList<>();
    queue.drainTo(waiting);
    commit(batches(waiting));
    queue.addAll(chores(waiting));
  }

  private static List<Work.Batch> batches(List<Work> works) {
    return works.stream().filter(Work.Batch.class::isInstance).map(Work.Batch.class::cast).toList();
  }

  private static List<Work.Chore> chores(List<Work> works) {
    return works.stream().filter(Work.Chore.class::isInstance).map(Work.Chore.class::cast).toList();
  }

  private void commit(List<Work.Batch> batches) {
    if (batches.isEmpty()) {
      return;
    }
    try {
      complete(batches, committer.commit(batches.stream().map(Work.Batch::rows).toList()));
    } catch (RuntimeException | Error e) {
      failed(batches, e);
    }
  }

  private void complete(List<Work.Batch> batches, List<Appended> appended) {
    afterCommit.run();
    for (int i = 0; i < batches.size(); i++) {
      Work.Batch batch = batches.get(i);
      release(batch.rows().size(), batch.bytes());
      batch.done().complete(appended.get(i));
    }
  }

  /** A group that fails is tried batch by batch, so that none suffers from another's fault. */
  private void failed(List<Work.Batch> batches, Throwable cause) {
    if (batches.size() > 1) {
      batches.forEach(batch -> commit(List.of(batch)));
      return;
    }
    Work.Batch batch = batches.getFirst();
    release(batch.rows().size(), batch.bytes());
    batch.done().completeExceptionally(cause);
  }

  private static void doChore(Work.Chore chore) {
    try {
      chore.run().run();
      chore.done().complete(true);
    } catch (RuntimeException | Error e) {
      chore.done().completeExceptionally(e);
    }
  }

  private void refuseWaiting() {
    List<Work> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(work -> work.done().completeExceptionally(closing()));
  }

  private static Problem closing() {
    return Problem.load("store_closing", "the store is closing", RETRY_AFTER);
  }

  /** Commits what waits, then ends. */
  @Override
  public void close() {
    closed = true;
    submitNothing();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Wakes the thread. */
  private void submitNothing() {
    queue.add(new Work.Chore(() -> {}, new CompletableFuture<>()));
  }
}
