package io.vitrine.store.records;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.vitrine.model.Problem;
import io.vitrine.store.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Opens the H2 database of a data folder, in {@code records/}. */
public final class RecordFolder {

  private static final int HELD_BY_ANOTHER_PROCESS = 90020;
  private static final int CONNECTIONS = 8;

  private RecordFolder() {}

  /** See {@link Records#open(Path)}. */
  public static Records open(Path dataFolder) {
    HikariDataSource source = connect(folder(dataFolder).resolve("vitrine"));
    migrate(source);
    return new JdbcRecords(
        source, source, () -> source.getHikariPoolMXBean().softEvictConnections());
  }

  private static Path folder(Path dataFolder) {
    Path folder = dataFolder.toAbsolutePath().normalize().resolve("records");
    if (folder.toString().contains(";")) {
      throw Problem.caller(
          "data_folder_name", "the path of the data folder must not contain ';': " + folder);
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + folder, e);
    }
    return folder;
  }

  private static HikariDataSource connect(Path file) {
    HikariConfig config = new HikariConfig();
    // Each commit is written before it returns; by default H2 may wait for half a second.
    config.setJdbcUrl("jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    config.setUsername("vitrine");
    config.setPassword("");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setPoolName("records");
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException e) {
      throw refusal(file, e);
    }
  }

  private static RuntimeException refusal(Path file, PoolInitializationException failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == HELD_BY_ANOTHER_PROCESS) {
        return new Problem(
            "data_folder_in_use",
            Problem.Category.CONFLICT,
            "another process uses the data folder: " + file.getParent());
      }
    }
    return failure;
  }

  private static void migrate(DataSource source) {
    Flyway.configure(RecordFolder.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:io/vitrine/store/sql/records")
        .failOnMissingLocations(true)
        .load()
        .migrate();
  }
}
