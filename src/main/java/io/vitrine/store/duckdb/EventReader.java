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

/** Rebuilds events from their rows. */
final class EventReader {

  private EventReader() {}

  static StoredEvent read(ResultSet row) throws SQLException {
    Event.Draft draft = Event.draft();
    for (Field field : Field.values()) {
      draft.set(field, value(row, field));
    }
    String items = row.getString("items");
    if (items != null) {
      draft.items(Json.items(items));
    }
    String others = row.getString("others");
    if (others != null) {
      Json.others(others).forEach(draft::other);
    }
    return new StoredEvent(row.getLong("seq"), draft.finish());
  }

  private static @Nullable Object value(ResultSet row, Field field) throws SQLException {
    Object value =
        switch (field.type()) {
          case TEXT -> row.getString(field.wireName());
          case INTEGER -> row.getLong(field.wireName());
          case NUMBER -> row.getDouble(field.wireName());
          case FLAG -> row.getBoolean(field.wireName());
          case DECIMAL -> decimal(row.getBigDecimal(field.wireName()));
          case INSTANT -> instant(row.getObject(field.wireName(), LocalDateTime.class));
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
