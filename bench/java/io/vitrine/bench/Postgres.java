package io.vitrine.bench;

import io.vitrine.model.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * The yardstick of the shop's pages: PostgreSQL with the product's own tables and with the events
 * themselves, an index on every column that its questions look rows up by, and statistics of all of
 * them.
 */
final class Postgres implements AutoCloseable {

  /** A table that both have, and what PostgreSQL finds its rows by. */
  private record Copied(String name, List<String> columns, List<String> indexes) {}

  private static final List<Copied> TABLES =
      List.of(
          new Copied("hour_totals", List.of(), List.of("day")),
          new Copied("visitor_days", List.of(), List.of("day", "visitor_key, day")),
          new Copied(
              "session_hours", List.of(), List.of("day", "visitor_key, first_at", "session_key")),
          new Copied("product_sessions", List.of(), List.of("day", "product_id, day")),
          new Copied("product_days", List.of(), List.of("day", "product_id, day")),
          new Copied("sales", List.of(), List.of("day", "order_key", "visitor_key, placed_at")),
          new Copied("visitors", List.of(), List.of("visitor_key", "first_day")),
          new Copied("products", List.of(), List.of("product_id")),
          new Copied(
              "events",
              List.of(
                  "seq",
                  "day",
                  "\"timestamp\"",
                  "local_time",
                  "id_hash",
                  "visitor_key",
                  "session_id",
                  "\"type\"",
                  "bot",
                  "page",
                  "product_id",
                  "\"channel\"",
                  "utm_source",
                  "utm_medium",
                  "utm_campaign",
                  "\"referrer_host\"",
                  "\"country\""),
              List.of("day", "visitor_key, \"timestamp\"", "\"type\", day")));

  private final Connection connection;
  private final Map<String, String> statements;

  Postgres(String address, String password, Path statements) throws SQLException, IOException {
    this.statements = PlainSql.read(statements);
    Properties properties = new Properties();
    properties.setProperty("user", "bench");
    properties.setProperty("password", password);
    properties.setProperty("prepareThreshold", "1");
    this.connection = DriverManager.getConnection(address, properties);
  }

  /**
   * Copies the tables of a store that is closed, unless they are there already.
   *
   * @param filled when the store was filled
   * @param exchange folder that both may read
   */
  void fill(Path store, FileTime filled, Path exchange) throws SQLException, IOException {
    String mark = "filled_" + filled.toMillis();
    if (has(mark)) {
      return;
    }
    Properties properties = new Properties();
    properties.setProperty("access_mode", "READ_ONLY");
    try (Connection from = DriverManager.getConnection("jdbc:duckdb:" + store, properties)) {
      for (Copied table : TABLES) {
        Report.progress("copying " + table.name() + " to PostgreSQL");
        copy(from, table, exchange.resolve(table.name() + ".csv"));
      }
    }
    run("VACUUM ANALYZE");
    run("CREATE TABLE " + mark + " ()");
  }

  /** Name of the statement that answers a question from the events themselves. */
  static String ofEvents(String name) {
    return name + ", events";
  }

  /** Whether there is a statement of that name. */
  boolean knows(String name) {
    return statements.containsKey(name);
  }

  private boolean has(String table) throws SQLException {
    try (ResultSet found = connection.getMetaData().getTables(null, "public", table, null)) {
      return found.next();
    }
  }

  private void copy(Connection from, Copied table, Path file) throws SQLException, IOException {
    List<String> made = new ArrayList<>();
    List<String> read = new ArrayList<>();
    String wanted = table.columns().isEmpty() ? "*" : String.join(", ", table.columns());
    try (Statement statement = from.createStatement();
        ResultSet none =
            statement.executeQuery("SELECT " + wanted + " FROM " + table.name() + " LIMIT 0")) {
      ResultSetMetaData columns = none.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        String column = '"' + columns.getColumnName(i) + '"';
        String type = columns.getColumnTypeName(i);
        made.add(column + " " + typeOf(type));
        read.add(type.equals("UBIGINT") ? "(" + column + " >> 1)::BIGINT" : column);
      }
      statement.execute(
          "COPY (SELECT %s FROM %s) TO '%s' (FORMAT csv, HEADER false)"
              .formatted(String.join(", ", read), table.name(), file));
    }
    run("DROP TABLE IF EXISTS " + table.name());
    run("CREATE TABLE " + table.name() + " (" + String.join(", ", made) + ")");
    run("COPY " + table.name() + " FROM '" + file + "' (FORMAT csv)");
    Files.delete(file);
    for (String index : table.indexes()) {
      run("CREATE INDEX ON " + table.name() + " (" + index + ")");
    }
  }

  private static String typeOf(String type) {
    if (type.startsWith("TIMESTAMP")) {
      return "timestamp";
    }
    return switch (type) {
      case "UBIGINT" -> "bigint";
      case "VARCHAR" -> "text";
      case "DOUBLE" -> "double precision";
      default -> type;
    };
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Asks about a period and sums up each column of numbers. */
  Map<String, Double> sums(String name, Period period) throws SQLException {
    String sql =
        Objects.requireNonNull(statements.get(name), name)
            .replace("{people}", statements.getOrDefault("people", ""))
            .replace("{from}", period.from().toString())
            .replace("{to}", period.to().toString());
    Map<String, Double> sums = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      ResultSetMetaData columns = rows.getMetaData();
      while (rows.next()) {
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          if (rows.getObject(i) instanceof Number number) {
            sums.merge(columns.getColumnName(i), number.doubleValue(), Double::sum);
          }
        }
      }
    }
    return sums;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
