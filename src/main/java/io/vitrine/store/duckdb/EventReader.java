package io.vitrine.store.duckdb;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.store.StoredEvent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds events from the rows of one result. Where each column stands is looked up once: the
 * driver compares its name with those of half the columns at each look.
 */
final class EventReader {

  private static final Field[] FIELDS = Field.values();

  private final ResultSet row;
  private final int[] columns = new int[FIELDS.length];
  private final int sequence;
  private final int items;
  private final int others;

  EventReader(ResultSet row) throws SQLException {
    this.row = row;
    for (int i = 0; i < FIELDS.length; i++) {
      columns[i] = row.findColumn(FIELDS[i].wireName());
    }
    this.sequence = row.findColumn("seq");
    this.items = row.findColumn("items");
    this.others = row.findColumn("others");
  }

  /** The event of the row at which the result stands. */
  StoredEvent read() throws SQLException {
    Event.Draft draft = Event.draft();
    for (int i = 0; i < FIELDS.length; i++) {
      draft.set(FIELDS[i], value(FIELDS[i], columns[i]));
    }
    String lines = row.getString(items);
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
