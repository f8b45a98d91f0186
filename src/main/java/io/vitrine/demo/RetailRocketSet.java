package io.vitrine.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;

/**
 * A made-up data set in the files and shape of the RetailRocket set: {@code events.csv}, {@code
 * item_properties_part1.csv}, {@code item_properties_part2.csv} and {@code category_tree.csv}. At
 * {@link #FULL} events its counts are those of the real set, whatever the seed.
 *
 * @param seed decides everything
 * @param events rows of {@code events.csv}, exact duplicates included
 */
public record RetailRocketSet(long seed, long events) {

  /** Rows of events of the real set. */
  public static final long FULL = RetailRocketCounts.FULL;

  /** The largest set, in rows of events; a larger one would need gigabytes of memory. */
  public static final long MOST = 500_000_000;

  private static final int THREADS = 2;

  /**
   * What was written.
   *
   * @param events rows of events
   * @param duplicates of these, rows that are equal to one before
   * @param properties rows of properties
   * @param categories rows of the category tree
   */
  public record Written(long events, long duplicates, long properties, long categories) {}

  public RetailRocketSet {
    if (events < 1 || events > MOST) {
      throw new IllegalArgumentException("events is " + events + ", not from 1 to " + MOST);
    }
  }

  /**
   * Writes the files into a folder, over files of the same names.
   *
   * @param progress is told the part that is done, 0 to 1
   */
  public Written write(Path folder, DoubleConsumer progress) throws IOException {
    Files.createDirectories(folder);
    return write(name -> Files.newOutputStream(folder.resolve(name)), progress);
  }

  Written write(Target target, DoubleConsumer progress) throws IOException {
    RetailRocketCounts counts = new RetailRocketCounts(events);
    Done done = new Done(progress, counts.rows() + counts.properties());
    RetailRocketItems items = new RetailRocketItems(seed, counts);
    new RetailRocketTree(seed).write(target);
    together(
        List.of(
            () -> items.writePartOne(target, done),
            () -> items.writePartTwo(target, done),
            () -> new RetailRocketVisits(seed, counts).write(target, done)));
    return new Written(
        events, counts.duplicates(), counts.properties(), RetailRocketTree.CATEGORIES);
  }

  /** Rows written so far, by all threads. */
  private static final class Done implements LongConsumer {

    private final DoubleConsumer progress;
    private final double all;
    private long rows;

    Done(DoubleConsumer progress, double all) {
      this.progress = progress;
      this.all = all;
    }

    @Override
    public synchronized void accept(long more) {
      rows += more;
      progress.accept(rows / all);
    }
  }

  /** A file to write. */
  private interface Writing {
    void run() throws IOException;
  }

  private static void together(List<Writing> writings) throws IOException {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Boolean> future :
          threads.invokeAll(writings.stream().map(RetailRocketSet::task).toList())) {
        future.get();
      }
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof UncheckedIOException io
          ? io.getCause()
          : new IOException(failure.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped while writing the set.", stopped);
    }
  }

  private static Callable<Boolean> task(Writing writing) {
    return () -> {
      try {
        writing.run();
        return true;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    };
  }
}
