package io.vitrine.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers SQL that people type. It reads the shop's tables and nothing else: no files, no settings,
 * no other statement than one SELECT; it is limited in time, rows and memory, and one statement
 * runs at a time, so that questions and the writer go on beside it. Thread-safe.
 */
public interface SqlConsole {

  /**
   * Answers one SELECT from all events whose append has returned before this call.
   *
   * @throws io.vitrine.model.Problem of category CALLER for a statement that is not allowed, wrong
   *     or too large, LOAD when another one runs or it takes too long
   */
  SqlAnswer ask(String text);

  /** The tables that a statement may read. */
  List<SqlTable> tables();

  /**
   * An answer.
   *
   * @param columns in the order of each row's values
   * @param rows values are String, Long, BigDecimal, Double, Boolean, LocalDate or null
   * @param more whether rows were left out because there are too many
   * @param milliseconds how long it took
   */
  record SqlAnswer(
      List<SqlColumn> columns, List<List<@Nullable Object>> rows, boolean more, long milliseconds) {

    public SqlAnswer {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /** A column and its type in SQL. */
  record SqlColumn(String name, String type) {}

  /**
   * A table.
   *
   * @param name its name
   * @param history whether it is one of the history's, which are counted when they are read
   * @param columns in their order
   */
  record SqlTable(String name, boolean history, List<SqlColumn> columns) {

    public SqlTable {
      columns = List.copyOf(columns);
    }
  }
}
