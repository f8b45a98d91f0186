package io.vitrine.store.duckdb;

import com.google.errorprone.annotations.MustBeClosed;
import io.vitrine.model.Problem;
import io.vitrine.store.sql.Sql;
import io.vitrine.store.sql.Statements;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.jspecify.annotations.Nullable;

/** One connection, used by one thread. Failures of the engine come out as a {@link Problem}. */
final class Connected implements AutoCloseable {

  /** Reads one row. */
  interface RowReader<T extends @Nullable Object> {
    T read(ResultSet row) throws SQLException;
  }

  /** Takes one row. */
  interface RowConsumer {
    void accept(ResultSet row) throws SQLException;
  }

  /** What systems say of a file that cannot grow: ENOSPC, EDQUOT, EFBIG. */
  private static final Pattern NO_ROOM =
      Pattern.compile("No space left on device|Disk quota exceeded|File too large");

  private final DuckDBConnection connection;
  private boolean inTransaction;

  Connected(DuckDBConnection connection) {
    this.connection = connection;
  }

  void run(String name, @Nullable Object... values) {
    execute(Sql.of(Statements.STORE.get(name), values));
  }

  void refresh(String name, @Nullable Object... values) {
    execute(Sql.of(Statements.REFRESH.get(name), values));
  }

  void past(String name, @Nullable Object... values) {
    execute(Sql.of(Statements.PAST.get(name), values));
  }

  long number(String name, @Nullable Object... values) {
    return number(Sql.of(Statements.STORE.get(name), values));
  }

  long number(Sql sql) {
    return list(sql, row -> row.getLong(1)).getFirst();
  }

  <T extends @Nullable Object> List<T> list(
      String name, RowReader<T> reader, @Nullable Object... values) {
    return list(Sql.of(Statements.STORE.get(name), values), reader);
  }

  <T extends @Nullable Object> List<T> list(Sql sql, RowReader<T> reader) {
    try (PreparedStatement statement = prepare(sql);
        ResultSet rows = statement.executeQuery()) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  void each(String name, RowConsumer consumer, @Nullable Object... values) {
    try (PreparedStatement statement = prepare(Sql.of(Statements.STORE.get(name), values));
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        consumer.accept(rows);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Gives a whole result to a consumer, which goes through its rows itself. */
  void rows(Sql sql, RowConsumer consumer) {
    try (PreparedStatement statement = prepare(sql);
        ResultSet rows = statement.executeQuery()) {
      consumer.accept(rows);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  void execute(Sql sql) {
    try (PreparedStatement statement = prepare(sql)) {
      statement.execute();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  void script(String text) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Runs work within one transaction: all of it is committed, or none. Within a transaction that is
   * open already the work becomes part of that one.
   */
  void transaction(Runnable work) {
    if (inTransaction) {
      work.run();
      return;
    }
    run("begin");
    inTransaction = true;
    try {
      work.run();
      run("commit");
    } catch (RuntimeException | Error e) {
      rollBack(e);
      throw e;
    } finally {
      inTransaction = false;
    }
  }

  private void rollBack(Throwable cause) {
    try {
      run("rollback");
    } catch (Problem e) {
      cause.addSuppressed(e); // a failed commit has rolled back already
    }
  }

  @MustBeClosed
  PreparedStatement prepare(Sql sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.text());
    try {
      bind(statement, sql.values());
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private void bind(PreparedStatement statement, List<@Nullable Object> values)
      throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, bindable(values.get(i)));
    }
  }

  private @Nullable Object bindable(@Nullable Object value) throws SQLException {
    if (value instanceof Long[] numbers) {
      return connection.createArrayOf("BIGINT", numbers);
    }
    if (value instanceof String[] texts) {
      return connection.createArrayOf("VARCHAR", texts);
    }
    return value;
  }

  /** Makes a function that statements of every connection can read rows from. */
  void tableFunction(String name, DuckDBTableFunction<?, ?, ?> function) {
    try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
      builder.withName(name).withParameter(Long.class).withFunction(function).register(connection);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  DuckDBAppender appender(String table) {
    try {
      return connection.createAppender(table);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  static Problem failed(SQLException e) {
    String told = String.valueOf(e.getMessage());
    return NO_ROOM.matcher(told).find()
        ? Problem.ours(
            "disk_full", "no room is left on the disk of the data folder; free some: " + told, e)
        : Problem.ours("store_failed", "the store failed: " + told, e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
