package io.vitrine.store.duckdb;

import io.vitrine.model.Problem;
import io.vitrine.store.FileTables;
import io.vitrine.store.sql.Sql;
import io.vitrine.store.sql.Statements;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Reads files through an engine of its own that keeps nothing. */
public final class DuckFiles implements FileTables {

  private static final String MEMORY = "400MB";
  private static final String THREADS = "2";

  private final Connected connected;

  private DuckFiles(Connected connected) {
    this.connected = connected;
  }

  /**
   * Opens an engine.
   *
   * @param temporary folder for what does not fit in memory
   */
  public static DuckFiles open(Path temporary) {
    Properties properties = new Properties();
    properties.setProperty("memory_limit", MEMORY);
    properties.setProperty("threads", THREADS);
    properties.setProperty("temp_directory", temporary.toAbsolutePath().toString());
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("preserve_insertion_order", "false");
    // Else the driver would hold the rows of a file in memory.
    properties.setProperty("jdbc_stream_results", "true");
    try {
      return new DuckFiles(
          new Connected(DuckDBConnection.newConnection("jdbc:duckdb:", false, properties)));
    } catch (Exception e) {
      throw Problem.ours("engine_not_opened", "cannot read files: " + e.getMessage(), e);
    } finally {
      NativeLibrary.unlink();
    }
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // the rows close it
  public Rows parquet(Path file) {
    try {
      List<String> names = names(file);
      return new Texts(file, connected.prepare(sql("parquet_texts", file)), names);
    } catch (SQLException e) {
      throw unreadable(file, e);
    } catch (Problem e) {
      throw unreadable(file, e);
    }
  }

  private List<String> names(Path file) {
    return connected.list(sql("parquet_columns", file), row -> row.getString(1));
  }

  private static Sql sql(String name, Path file) {
    return Sql.of(Statements.FILES.get(name), file.toAbsolutePath().toString());
  }

  @Override
  public Facts inspect(Path file, Format format) {
    connected.execute(Sql.of(Statements.FILES.get("forget")));
    try {
      connected.execute(sql("load_" + format.name().toLowerCase(Locale.ROOT), file));
    } catch (Problem e) {
      throw unreadable(file, e);
    }
    long rows = connected.number(Sql.of(Statements.FILES.get("rows")));
    long distinct = connected.number(Sql.of(Statements.FILES.get("distinct_rows")));
    return new Facts(rows, rows - distinct, columns(rows));
  }

  private List<ColumnFacts> columns(long rows) {
    List<ColumnFacts> facts = new ArrayList<>();
    for (String[] column :
        connected.list(
            Sql.of(Statements.FILES.get("columns")),
            row -> new String[] {row.getString(1), row.getString(2)})) {
      facts.add(facts(column[0], column[1], rows));
    }
    return facts;
  }

  private ColumnFacts facts(String name, String type, long rows) {
    return connected
        .list(
            Sql.of(Statements.FILES.of("column_facts", name)),
            row ->
                new ColumnFacts(
                    name,
                    type,
                    rows - row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4)))
        .getFirst();
  }

  private static Problem unreadable(Path file, Problem e) {
    return e.getCause() instanceof SQLException cause ? unreadable(file, cause) : e;
  }

  private static Problem unreadable(Path file, SQLException e) {
    String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return Problem.caller("file_damaged", file.getFileName() + " cannot be read: " + why);
  }

  @Override
  public void close() {
    connected.close();
  }

  private static final class Texts implements Rows {

    private final Path file;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final List<String> columns;

    Texts(Path file, PreparedStatement statement, List<String> columns) throws SQLException {
      this.file = file;
      this.statement = statement;
      this.columns = columns;
      this.rows = statement.executeQuery();
    }

    @Override
    public List<String> columns() {
      return columns;
    }

    @Override
    public @Nullable List<@Nullable String> next() {
      try {
        return rows.next() ? row() : null;
      } catch (SQLException e) {
        throw unreadable(file, e);
      }
    }

    private List<@Nullable String> row() throws SQLException {
      @Nullable String[] texts = new @Nullable String[columns.size()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = rows.getString(i + 1);
      }
      return Arrays.asList(texts);
    }

    @Override
    public void close() {
      try (statement) {
        rows.close();
      } catch (SQLException e) {
        throw Connected.failed(e);
      }
    }
  }
}
