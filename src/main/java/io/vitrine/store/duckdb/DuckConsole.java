package io.vitrine.store.duckdb;

import io.vitrine.model.Answer;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.ShopTable;
import io.vitrine.model.TableColumn;
import io.vitrine.store.SqlConsole;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.sql.SelectCheck;
import io.vitrine.store.sql.Sql;
import io.vitrine.store.sql.Statements;
import io.vitrine.store.sql.Tables;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The SQL console on a connection and a thread of its own. What is run is not the text that was
 * typed but what the engine's parser understood of it, after {@link SelectCheck} has let it
 * through. A guard looks every few milliseconds whether the statement has run too long or holds
 * more than its share of the engine's memory, and cancels it.
 */
final class DuckConsole implements SqlConsole, AutoCloseable {

  static final int MOST_ROWS = 10_000;
  private static final int LONGEST_TEXT = 20_000;
  private static final long MOST_CHARACTERS = 10_000_000;
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final Duration LOOK_EVERY = Duration.ofMillis(25);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(3);
  private static final Statements TEXTS = Statements.read("console.sql");

  /** Tables of events and what is derived from them. */
  private static final List<String> STORED =
      List.of(
          "events",
          "orders",
          "order_lines",
          "order_entries",
          "sales",
          "session_hours",
          "visitor_days",
          "visitors",
          "hour_totals",
          "type_hours",
          "products",
          "product_days",
          "product_sessions",
          "cart_events",
          "visitor_users",
          "order_users",
          "step_labels",
          "product_properties",
          "property_names");

  private final Connected connection;
  private final Connected watching;
  private final Tables tables;
  private final Runnable derive;
  private final long memory;
  private final String folder;
  private final Map<String, ShopTable> history = new LinkedHashMap<>();
  private final Semaphore turn = new Semaphore(1);
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("store-console").factory());
  private final ScheduledExecutorService guard =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("store-console-guard").factory());

  DuckConsole(Database database, StoreSettings settings, Tables tables, Runnable derive) {
    this.connection = database.consoleConnection();
    this.watching = database.connection();
    this.tables = tables;
    this.derive = derive;
    this.memory = Bytes.of(settings.memory()) / 2;
    this.folder = settings.folder().toAbsolutePath().normalize().toString();
    for (ShopTable table : ShopTable.values()) {
      history.put(table.wireName(), table);
    }
  }

  @Override
  public List<SqlTable> tables() {
    List<SqlTable> all = new ArrayList<>();
    history.forEach((name, table) -> all.add(new SqlTable(name, true, columns(table))));
    Map<String, List<SqlColumn>> stored = new LinkedHashMap<>();
    Sql sql = Sql.of(TEXTS.get("columns"), (Object) STORED.toArray(String[]::new));
    synchronized (watching) {
      watching.rows(
          sql,
          rows -> {
            while (rows.next()) {
              stored
                  .computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                  .add(new SqlColumn(rows.getString(2), rows.getString(3)));
            }
          });
    }
    STORED.forEach(
        name -> all.add(new SqlTable(name, false, stored.getOrDefault(name, List.of()))));
    return all;
  }

  private static List<SqlColumn> columns(ShopTable table) {
    return table.columns().stream().map(DuckConsole::column).toList();
  }

  private static SqlColumn column(TableColumn column) {
    String type = column.type() == Answer.Type.TEXT ? "VARCHAR" : column.type().name();
    return new SqlColumn(column.name(), type);
  }

  @Override
  public SqlAnswer ask(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw Problem.caller(
          "sql_refused",
          "a statement has up to " + LONGEST_TEXT + " characters, not " + text.length());
    }
    if (!turn.tryAcquire()) {
      throw Problem.load("console_busy", "another statement is running; try again", RETRY_AFTER);
    }
    try {
      derive.run();
      return CompletableFuture.supplyAsync(() -> answer(text), thread).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Problem problem) {
        throw problem;
      }
      throw Problem.ours("store_failed", "the statement failed", e);
    } catch (RejectedExecutionException e) {
      throw Problem.load("store_closing", "the store is closing", RETRY_AFTER);
    } finally {
      turn.release();
    }
  }

  private SqlAnswer answer(String text) {
    long began = System.nanoTime();
    Sql sql = checked(text);
    try (PreparedStatement statement = connection.prepare(sql)) {
      return guarded(statement, began);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private Sql checked(String text) {
    Set<String> known = new TreeSet<>(STORED);
    known.addAll(history.keySet());
    String parsed = one(Sql.of(TEXTS.get("parse"), text));
    SelectCheck.Passed passed = new SelectCheck(known).check(parsed, MOST_ROWS + 1);
    return withHistory(one(Sql.of(TEXTS.get("text_of"), passed.json())), passed.tables());
  }

  private String one(Sql sql) {
    try (PreparedStatement statement = connection.prepare(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Tables of the history stand before the statement as named queries. */
  private Sql withHistory(String text, Set<String> read) {
    List<Sql> pieces = new ArrayList<>();
    for (String name : new TreeSet<>(read)) {
      ShopTable table = history.get(name);
      if (table != null) {
        pieces.add(Tables.named(name, tables.all(table, Period.ALWAYS)));
      }
    }
    return pieces.isEmpty() ? Sql.of(text) : Tables.before(pieces, text);
  }

  private SqlAnswer guarded(PreparedStatement statement, long began) throws SQLException {
    Guard watch = new Guard(statement, held(), System.nanoTime() + LONGEST.toNanos());
    ScheduledFuture<?> looking =
        guard.scheduleWithFixedDelay(
            watch, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    try (ResultSet rows = statement.executeQuery()) {
      return read(rows, began);
    } catch (SQLException e) {
      throw watch.reason == null ? failed(e) : watch.reason;
    } finally {
      looking.cancel(false);
      watch.end();
    }
  }

  private long held() {
    synchronized (watching) {
      return watching.number(Sql.of(TEXTS.get("memory")));
    }
  }

  private static SqlAnswer read(ResultSet rows, long began) throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    List<SqlColumn> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(new SqlColumn(meta.getColumnLabel(i), meta.getColumnTypeName(i)));
    }
    List<List<@Nullable Object>> values = new ArrayList<>();
    long characters = 0;
    boolean more = false;
    while (!more && rows.next()) {
      List<@Nullable Object> row = row(rows, columns.size());
      characters += row.stream().mapToLong(value -> String.valueOf(value).length()).sum();
      more = values.size() == MOST_ROWS || characters > MOST_CHARACTERS;
      if (!more) {
        values.add(row);
      }
    }
    return new SqlAnswer(
        columns, values, more, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
  }

  private static List<@Nullable Object> row(ResultSet rows, int width) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>(width);
    for (int i = 1; i <= width; i++) {
      values.add(plain(rows.getObject(i), rows, i));
    }
    return Collections.unmodifiableList(values);
  }

  /** Numbers, flags and days as they are; everything else as the engine writes it. */
  private static @Nullable Object plain(@Nullable Object value, ResultSet rows, int index)
      throws SQLException {
    return switch (value) {
      case null -> null;
      case Integer number -> number.longValue();
      case Short number -> number.longValue();
      case Byte number -> number.longValue();
      case BigInteger number -> new java.math.BigDecimal(number);
      case Float number -> finite(number.doubleValue());
      case Double number -> finite(number);
      case Long number -> number;
      case java.math.BigDecimal number -> number;
      case Boolean flag -> flag;
      case LocalDate day -> day;
      default -> rows.getString(index);
    };
  }

  private static Object finite(double number) {
    return Double.isFinite(number) ? (Object) number : Double.toString(number);
  }

  /** The first line of what the engine says, without the place where it keeps its files. */
  private Problem failed(SQLException e) {
    String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    String said = first.replace(folder, "…");
    if (said.toLowerCase(Locale.ROOT).startsWith("out of memory")) {
      return tooLarge();
    }
    return Problem.caller("sql_failed", said);
  }

  private static Problem tooLarge() {
    return Problem.caller(
        "sql_too_large", "the statement needs more memory than it may take; ask for less at once");
  }

  private static Problem tooLong() {
    return Problem.load(
        "sql_too_long",
        "the statement took longer than " + LONGEST.toSeconds() + " s",
        RETRY_AFTER);
  }

  /** Cancels a statement that takes too much. */
  private final class Guard implements Runnable {

    private final PreparedStatement statement;
    private final long before;
    private final long deadline;
    private boolean ended;
    private volatile @Nullable Problem reason;

    Guard(PreparedStatement statement, long before, long deadline) {
      this.statement = statement;
      this.before = before;
      this.deadline = deadline;
    }

    synchronized void end() {
      ended = true;
    }

    @Override
    public synchronized void run() {
      if (ended || reason != null) {
        return;
      }
      if (System.nanoTime() > deadline) {
        cancel(tooLong());
      } else if (held() - before > memory) {
        cancel(tooLarge());
      }
    }

    private void cancel(Problem why) {
      reason = why;
      try {
        statement.cancel();
      } catch (SQLException e) {
        System.getLogger(DuckConsole.class.getName())
            .log(System.Logger.Level.WARNING, "a statement could not be cancelled", e);
      }
    }
  }

  @Override
  public void close() {
    guard.shutdownNow();
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connection.close();
    watching.close();
  }
}
