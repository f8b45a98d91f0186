package io.vitrine.store;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files as tables, apart from the store and in bounded memory. Used by one thread. */
public interface FileTables extends AutoCloseable {

  /** Formats of files. */
  enum Format {
    /** With a line of names; may be gzip. */
    CSV,
    /** Objects, one a line or in one list; may be gzip. */
    JSON,
    PARQUET
  }

  /** Rows of a file as texts. */
  interface Rows extends AutoCloseable {

    List<String> columns();

    /** The next row, with null for what is missing; null at the end. */
    @Nullable List<@Nullable String> next();

    @Override
    void close();
  }

  /**
   * What a column holds.
   *
   * @param name of the column
   * @param type that fits all of its values, in the words of SQL
   * @param missing rows without a value
   * @param distinct different values
   * @param least smallest value; null when there is none
   * @param greatest value; null when there is none
   */
  record ColumnFacts(
      String name,
      String type,
      long missing,
      long distinct,
      @Nullable String least,
      @Nullable String greatest) {}

  /**
   * What a file holds.
   *
   * @param rows of the file
   * @param duplicates rows that equal an earlier one in everything
   * @param columns in their order
   */
  record Facts(long rows, long duplicates, List<ColumnFacts> columns) {

    public Facts {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Opens the rows of a Parquet file.
   *
   * @throws io.vitrine.model.Problem when it is none
   */
  Rows parquet(Path file);

  /**
   * Looks at every row of a file.
   *
   * @throws io.vitrine.model.Problem when it is damaged or of another format
   */
  Facts inspect(Path file, Format format);

  @Override
  void close();
}
