package io.vitrine.store.sql;

import io.vitrine.model.Answer;
import io.vitrine.model.Grain;
import io.vitrine.model.Span;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question in SQL.
 *
 * @param sql gives the columns in their order; a breakdown's last column, beyond them, is the
 *     number of rows before the limit
 * @param compared for a trend with a comparison: the same over the compared time
 * @param columns of the answer; those of {@code compared} stand after the others
 * @param ratios per column whether it is absent, not zero, where nothing happened
 * @param grain of a trend, whose rows without events are left to the caller to fill
 * @param comparedWith the compared time, if any
 * @param counted whether a last column counts the rows
 * @param raw whether events are read, not derived tables
 * @param derived whether derived tables are read, alone or beside the events
 * @param total of a table's page: selects how many rows the whole table has
 * @param notes selects of one number each, by the code of the note
 */
public record Asked(
    Sql sql,
    @Nullable Sql compared,
    List<Answer.Column> columns,
    List<Boolean> ratios,
    @Nullable Grain grain,
    @Nullable Span comparedWith,
    boolean counted,
    boolean raw,
    boolean derived,
    @Nullable Sql total,
    Map<String, Sql> notes) {

  public Asked {
    columns = List.copyOf(columns);
    ratios = List.copyOf(ratios);
    notes = Map.copyOf(notes);
  }

  /** Rows of derived tables, as the SQL gives them. */
  static Asked listing(
      Sql sql,
      List<Answer.Column> columns,
      @Nullable Span comparedWith,
      boolean counted,
      Map<String, Sql> notes) {
    return new Asked(
        sql,
        null,
        columns,
        Collections.nCopies(columns.size(), false),
        null,
        comparedWith,
        counted,
        false,
        true,
        null,
        notes);
  }
}
