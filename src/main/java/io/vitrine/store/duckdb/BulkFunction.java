package io.vitrine.store.duckdb;

import io.vitrine.model.Problem;
import io.vitrine.store.past.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * The function {@code past_rows(n)}: a table whose rows come from readers of ours, which the engine
 * calls from all of its threads.
 */
final class BulkFunction
    implements DuckDBTableFunction<BulkFunction.Source, BulkFunction.Source, BulkFunction.Way> {

  private static final String NAME = "past_rows";

  private final Map<Long, Source> sources = new ConcurrentHashMap<>();
  private final AtomicLong last = new AtomicLong();
  private final int threads;

  private BulkFunction(int threads) {
    this.threads = threads;
  }

  /** Makes the function known to the store. */
  static BulkFunction register(Connected connected, int threads) {
    BulkFunction function = new BulkFunction(threads);
    connected.tableFunction(NAME, function);
    return function;
  }

  /**
   * Runs a statement that reads rows through the function.
   *
   * @param statement is given the number to call the function with
   * @throws RuntimeException what a reader threw, rather than the engine's words about it
   */
  void read(Rows rows, LongConsumer statement) {
    long number = last.incrementAndGet();
    Source source = new Source(rows);
    sources.put(number, source);
    try {
      statement.accept(number);
    } catch (Problem failed) {
      throw source.failure == null ? failed : source.failure;
    } finally {
      sources.remove(number);
    }
    rows.finish();
  }

  /** Rows to be read, and why reading them failed. */
  static final class Source {

    private final Rows rows;
    private volatile @Nullable RuntimeException failure;

    Source(Rows rows) {
      this.rows = rows;
    }
  }

  /** One thread's way through the rows. */
  record Way(Rows.Reader reader, Rows.Batch batch) {}

  @Override
  public Source bind(DuckDBTableFunctionBindInfo info) {
    long number = info.getParameter(0).getLong();
    Source source = sources.get(number);
    if (source == null) {
      throw new IllegalArgumentException("no rows of number " + number);
    }
    for (Rows.Column column : source.rows.columns()) {
      info.addResultColumn(column.name(), type(column));
    }
    return source;
  }

  private static DuckDBColumnType type(Rows.Column column) {
    return switch (column.type()) {
      case NUMBER -> DuckDBColumnType.BIGINT;
      case TEXT -> DuckDBColumnType.VARCHAR;
    };
  }

  @Override
  public Source init(DuckDBTableFunctionInitInfo info) {
    info.setMaxThreads(threads);
    return info.getBindData();
  }

  @Override
  public Way localInit(DuckDBTableFunctionInitInfo info) {
    Source source = info.getBindData();
    return new Way(source.rows.reader(), new Rows.Batch(source.rows.columns()));
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter out) {
    Source source = info.getInitData();
    Way way = info.getLocalInitData();
    try {
      int rows = way.reader().fill(way.batch());
      copy(source.rows.columns(), way.batch(), rows, out);
      return rows;
    } catch (RuntimeException e) {
      source.failure = e;
      throw e;
    }
  }

  private static void copy(
      List<Rows.Column> columns, Rows.Batch batch, int rows, DuckDBDataChunkWriter out) {
    for (int i = 0; i < columns.size(); i++) {
      switch (columns.get(i).type()) {
        case NUMBER -> numbers(batch.numbers(i), rows, out.vector(i));
        case TEXT -> texts(batch.texts(i), rows, out.vector(i));
      }
    }
  }

  private static void numbers(long[] numbers, int rows, DuckDBWritableVector to) {
    for (int row = 0; row < rows; row++) {
      if (numbers[row] == Rows.Batch.NONE) {
        to.setNull(row);
      } else {
        to.setLong(row, numbers[row]);
      }
    }
  }

  private static void texts(byte[][] texts, int rows, DuckDBWritableVector to) {
    if (rows > 0) {
      to.setStringUtf8Batch(0, rows == texts.length ? texts : Arrays.copyOf(texts, rows));
    }
  }
}
