package io.vitrine.store.records;

import io.vitrine.store.sql.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the named statements of the records, alone or together in a transaction. */
final class RecordStatements {

  private static final Statements TEXT = Statements.read("records.sql");

  private final JdbcClient client;
  private final TransactionTemplate transactions;

  RecordStatements(DataSource source) {
    this.client = JdbcClient.create(source);
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  JdbcClient.StatementSpec named(String name) {
    return client.sql(TEXT.get(name));
  }

  /** Does all of the work or none of it. */
  <T> T together(Supplier<T> work) {
    return transactions.execute(status -> work.get());
  }

  /** Does the work, and undoes it when it answers false. */
  boolean unless(Supplier<Boolean> work) {
    return transactions.execute(
        status -> {
          boolean kept = work.get();
          if (!kept) {
            status.setRollbackOnly();
          }
          return kept;
        });
  }

  static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** The form of a name that is unique. */
  static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** A pattern for {@code like ... escape '!'} that finds the text anywhere. */
  static String anywhere(String text) {
    return "%" + literal(text) + "%";
  }

  /** The text with nothing in it that {@code like ... escape '!'} takes for a wildcard. */
  static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
