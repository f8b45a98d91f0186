package io.vitrine.bench;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The yardstick of ingest: rows of the same columns as the product's table of events, written with
 * DuckDB's appender and nothing else. One transaction a group, each written to the disk.
 */
final class RawAppender implements AutoCloseable {

  private static final String SCHEMA = "/io/vitrine/store/sql/migrations/001_events.sql";

  private final DuckDBConnection connection;
  private final ZoneId zone;

  /** Those whose columns the table has; later migrations add more. */
  private final List<Field> fields;

  private long sequence;

  RawAppender(Path file, ZoneId zone, String memory, int threads) throws SQLException, IOException {
    this.zone = zone;
    Properties properties = new Properties();
    properties.setProperty("memory_limit", memory);
    properties.setProperty("threads", Integer.toString(threads));
    properties.setProperty("checkpoint_threshold", "256MB");
    this.connection =
        (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, properties);
    String table = tableOfEvents();
    this.fields =
        Arrays.stream(Field.values())
            .filter(field -> table.contains('"' + field.wireName() + '"'))
            .toList();
    run(table);
  }

  /** The statement that makes the product's table of events, from the product itself. */
  private static String tableOfEvents() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(RawAppender.class.getResourceAsStream(SCHEMA), SCHEMA)) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int start = schema.indexOf("CREATE TABLE events (");
      int end = schema.indexOf(");\n", start);
      if (start < 0 || end < 0) {
        throw new IllegalStateException(SCHEMA + " makes no table of events");
      }
      return schema.substring(start, end + 1);
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Writes a group of events in one transaction. */
  void write(List<Event> group) throws SQLException {
    run("BEGIN TRANSACTION");
    try (DuckDBAppender appender = connection.createAppender("events")) {
      for (Event event : group) {
        write(appender, event);
      }
    }
    run("COMMIT");
  }

  private void write(DuckDBAppender to, Event event) throws SQLException {
    LocalDateTime local = LocalDateTime.ofInstant(event.timestamp(), zone);
    to.beginRow();
    to.append(++sequence);
    to.appendEpochDays(Math.toIntExact(local.toLocalDate().toEpochDay()));
    to.appendEpochMicros(local.toInstant(ZoneOffset.UTC).toEpochMilli() * 1000);
    String visitor = event.text(Field.VISITOR_ID);
    to.append(visitor == null ? null : Long.valueOf(visitor.hashCode()));
    to.append((long) event.id().hashCode());
    for (Field field : fields) {
      write(to, event.value(field));
    }
    text(to, event.items().isEmpty() ? null : event.items().toString());
    text(to, event.others().isEmpty() ? null : event.others().toString());
    to.endRow();
  }

  private static void write(DuckDBAppender to, @Nullable Object value) throws SQLException {
    switch (value) {
      case null -> to.appendNull();
      case String string -> to.append(string);
      case Long number -> to.append(number.longValue());
      case Double number -> to.append(number.doubleValue());
      case Boolean flag -> to.append(flag.booleanValue());
      case BigDecimal amount -> to.append(amount.setScale(4, RoundingMode.HALF_UP));
      case Instant instant -> to.appendEpochMillis(instant.toEpochMilli());
      default -> throw new IllegalArgumentException(value.getClass().getName());
    }
  }

  private static void text(DuckDBAppender to, @Nullable String text) throws SQLException {
    if (text == null) {
      to.appendNull();
      return;
    }
    to.append(text);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
