package io.vitrine.store.duckdb;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.store.StoredEvent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds events from the rows of one result. Where each column stands is looked up once: the
 * driver compares its name with those of half the columns at each look.
 */
final class EventReader {

  private final ResultSet row;
  private final List<Field> fields;
  private final int[] columns;
  private final int sequence;
  private final int items;
  private final int others;

  /** Reads whole events. */
  EventReader(ResultSet row) throws SQLException {
    this(row, List.of(Field.values()), row.findColumn("items"));
  }

  /** Reads events as far as some fields tell of them, without the lines of orders. */
  EventReader(ResultSet row, Collection<Field> fields) throws SQLException {
    this(row, List.copyOf(fields), 0);
  }

  private EventReader(ResultSet row, List<Field> fields, int items) throws SQLException {
    this.row = row;
    this.fields = fields;
    this.columns = new int[fields.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = row.findColumn(fields.get(i).wireName());
    }
    this.sequence = row.findColumn("seq");
    this.items = items;
    this.others = row.findColumn("others");
  }

  /** The event of the row at which the result stands. */
  StoredEvent read() throws SQLException {
    Event.Draft draft = Event.draft();
    for (int i = 0; i < columns.length; i++) {
      draft.set(fields.get(i), value(fields.get(i), columns[i]));
    }
    String lines = items == 0 ? null : row.getString(items);
    if (lines != null) {
      draft.items(Json.items(lines));
    }
    String unknown = row.getString(others);
    if (unknown != null) {
      Json.others(unknown).forEach(draft::other);
    }
    return new StoredEvent(row.getLong(sequence), draft.finish());
  }

  private @Nullable Object value(Field field, int column) throws SQLException {
    Object value =
        switch (field.type()) {
          case TEXT -> row.getString(column);
          case INTEGER -> row.getLong(column);
          case NUMBER -> row.getDouble(column);
          case FLAG -> row.getBoolean(column);
          case DECIMAL -> decimal(row.getBigDecimal(column));
          case INSTANT -> instant(row.getObject(column, LocalDateTime.class));
        };
    return row.wasNull() ? null : value;
  }

  private static @Nullable BigDecimal decimal(@Nullable BigDecimal stored) {
    return stored == null ? null : stored.stripTrailingZeros();
  }

  private static java.time.@Nullable Instant instant(@Nullable LocalDateTime stored) {
    return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
  }
}
