package io.vitrine.bench;

import io.vitrine.model.Comparison;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The yardstick of Home: the same figures asked of the same file without the product. */
final class PlainSql implements AutoCloseable {

  private final Map<String, String> statements;
  private final Connection connection;

  PlainSql(Path folder, Path statements, String memory, int threads)
      throws SQLException, IOException {
    this.statements = read(statements);
    Properties properties = new Properties();
    properties.setProperty("access_mode", "READ_ONLY");
    properties.setProperty("memory_limit", memory);
    properties.setProperty("threads", Integer.toString(threads));
    properties.setProperty("temp_directory", folder.resolve("plain").toString());
    Path file = folder.resolve("events.duckdb");
    this.connection = DriverManager.getConnection("jdbc:duckdb:" + file, properties);
  }

  /** Named statements of a file. */
  static Map<String, String> read(Path file) throws IOException {
    Map<String, String> statements = new LinkedHashMap<>();
    for (String part : Files.readString(file).split("-- name: ", -1)) {
      int end = part.indexOf('\n');
      statements.put(part.substring(0, end).strip(), part.substring(end + 1).strip());
    }
    return statements;
  }

  private String text(String name) {
    String text = Objects.requireNonNull(statements.get(name), name);
    for (String fragment : new String[] {"people", "sessions", "orders"}) {
      text = text.replace("{" + fragment + "}", statements.getOrDefault(fragment, ""));
    }
    return text;
  }

  private String text(String name, Period period) {
    return text(name)
        .replace("{from}", period.from().toString())
        .replace("{to}", period.to().toString());
  }

  /** Asks, the compared period after the asked one, and sums up each column. */
  Map<String, Double> sums(HomeQuestions.Asked asked) throws SQLException {
    Question question = asked.question();
    if (!(question.period() instanceof Period period)) {
      throw new IllegalArgumentException("Home asks about days");
    }
    Map<String, Double> sums = new LinkedHashMap<>();
    sum(text(asked.plain(), period), "", sums);
    if (question.comparison() == Comparison.PREVIOUS_PERIOD) {
      sum(text(asked.plain(), period.before()), "_previous", sums);
    }
    return sums;
  }

  private void sum(String sql, String suffix, Map<String, Double> sums) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      ResultSetMetaData columns = rows.getMetaData();
      while (rows.next()) {
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          if (rows.getObject(i) instanceof Number number) {
            sums.merge(columns.getColumnName(i) + suffix, number.doubleValue(), Double::sum);
          }
        }
      }
    }
  }

  /** Events of some days. */
  long covered(Period period) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(text("covered", period))) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Reads every column of the events behind a sequence number, so many. */
  long rows(long after, int count) throws SQLException {
    long values = 0;
    try (PreparedStatement statement = connection.prepareStatement(text("read"))) {
      statement.setLong(1, after);
      statement.setLong(2, after + count);
      try (ResultSet rows = statement.executeQuery()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            values += rows.getObject(i) == null ? 0 : 1;
          }
        }
      }
    }
    return values;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
