package io.vitrine.store.duckdb;

import io.vitrine.model.Problem;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.sql.Migration;
import io.vitrine.store.sql.Sql;
import io.vitrine.store.sql.Statements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** The one file: opened once by one process, its schema brought up to date. */
final class Database implements AutoCloseable {

  private static final String FILE = "events.duckdb";
  private static final Statements CONSOLE = Statements.read("console.sql");

  private final Path folder;
  private final FolderLock lock;
  private final DuckDBConnection root;
  private final Connected console;

  private Database(Path folder, FolderLock lock, DuckDBConnection root, Connected console) {
    this.folder = folder;
    this.lock = lock;
    this.root = root;
    this.console = console;
  }

  /** Whether a folder holds a store. */
  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  static Database open(StoreSettings settings) {
    FolderLock lock = FolderLock.take(settings.folder());
    DuckDBConnection root = connect(settings, lock);
    Database database = new Database(settings.folder(), lock, root, console(root, settings));
    try {
      database.prepare();
      return database;
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
  }

  private static DuckDBConnection connect(StoreSettings settings, FolderLock lock) {
    Path file = settings.folder().resolve(FILE).toAbsolutePath();
    try {
      Files.createDirectories(settings.folder().resolve("tmp"));
      return connect(file, properties(settings));
    } catch (Exception e) {
      lock.close();
      throw Problem.ours(
          "store_not_opened",
          "cannot open the store in " + settings.folder() + ": " + e.getMessage(),
          e);
    } finally {
      NativeLibrary.unlink();
    }
  }

  private static DuckDBConnection connect(Path file, Properties properties) throws Exception {
    try {
      return DuckDBConnection.newConnection("jdbc:duckdb:" + file, false, properties);
    } catch (SQLException e) {
      if (!DamagedJournal.cutOff(journal(file), e)) {
        throw e;
      }
      return DuckDBConnection.newConnection("jdbc:duckdb:" + file, false, properties);
    }
  }

  private static Path journal(Path file) {
    return file.resolveSibling(file.getFileName() + ".wal");
  }

  private static Properties properties(StoreSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("memory_limit", settings.memory());
    properties.setProperty("threads", Integer.toString(settings.threads()));
    properties.setProperty(
        "temp_directory", settings.folder().resolve("tmp").toAbsolutePath().toString());
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("checkpoint_threshold", "256MB");
    // Rows without an ORDER BY may come in any order: several threads then store an import at once.
    properties.setProperty("preserve_insertion_order", "false");
    return properties;
  }

  /** What it may hold at once is set before the configuration is locked. */
  private static Connected console(DuckDBConnection root, StoreSettings settings) {
    try {
      Connected console = new Connected(root.duplicate());
      String bytes = Long.toString(Bytes.of(settings.memory()) / 4);
      console.execute(Sql.of(CONSOLE.get("limit_operators").replace("[bytes]", bytes)));
      return console;
    } catch (SQLException e) {
      throw Problem.ours("store_failed", "no connection for the console", e);
    }
  }

  private void prepare() {
    Connected connected = new Connected(root);
    // From here on the engine opens no file but its own and those of its temporary folder.
    connected.execute(Sql.of(CONSOLE.get("close_files")));
    connected.run("lock_configuration");
    connected.run("create_schema_version");
    long version = connected.number("schema_version");
    refuseNewer(version);
    for (Migration migration : Migration.all()) {
      if (migration.version() > version) {
        connected.transaction(() -> apply(connected, migration));
      }
    }
  }

  private static void apply(Connected connected, Migration migration) {
    connected.script(migration.text());
    connected.run("set_schema_version", migration.version());
  }

  private void refuseNewer(long version) {
    int newest = Migration.all().getLast().version();
    if (version > newest) {
      throw new Problem(
          "store_too_new",
          Problem.Category.CONFLICT,
          "the store in %s has schema %d; this program knows up to %d"
              .formatted(folder, version, newest));
    }
  }

  /** The one connection for statements that people type. */
  Connected consoleConnection() {
    return console;
  }

  /** A connection of its own for one thread. */
  Connected connection() {
    try {
      return new Connected(root.duplicate());
    } catch (SQLException e) {
      throw Problem.ours("store_failed", "no further connection to the store", e);
    }
  }

  /** What was committed and is not in the file yet. */
  long journalBytes() {
    return size(journal(folder.resolve(FILE)));
  }

  /** Size on disk. */
  long bytes() {
    return size(folder.resolve(FILE)) + journalBytes();
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // The file is open for as long as any of its connections is.
    try (lock;
        console) {
      root.close();
    } catch (SQLException e) {
      throw Problem.ours("store_failed", "the store did not close", e);
    }
  }
}
