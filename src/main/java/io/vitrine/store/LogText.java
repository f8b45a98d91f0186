package io.vitrine.store;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the text index knows of a log event.
 *
 * @param sequence number of the event in the store
 * @param timestamp when it happened
 * @param values by field: text, {@link Number} or {@link Boolean}; fields of an object are named by
 *     their path ({@code metadata.region}), a list has several values
 */
public record LogText(long sequence, Instant timestamp, Map<String, List<Object>> values) {

  private static final int DEEPEST = 8;
  private static final Set<Field> LEFT_OUT =
      EnumSet.of(Field.TIMESTAMP, Field.RECEIVED_AT, Field.SENT_AT, Field.RATE);

  public LogText {
    values = Map.copyOf(values);
  }

  /** All that can be searched of a stored log. */
  public static LogText of(StoredEvent stored) {
    return new LogText(stored.sequence(), stored.event().timestamp(), valuesOf(stored.event()));
  }

  /** Values of an event by field, as they are searched. */
  public static Map<String, List<Object>> valuesOf(Event event) {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      if (!LEFT_OUT.contains(field)) {
        add(values, field.wireName(), event.value(field), 0);
      }
    }
    event.others().forEach((name, value) -> add(values, name, value, 0));
    return values;
  }

  private static void add(
      Map<String, List<Object>> values, String name, @Nullable Object value, int depth) {
    switch (value) {
      case Map<?, ?> object when depth < DEEPEST ->
          object.forEach((key, inner) -> add(values, name + "." + key, inner, depth + 1));
      case Collection<?> list when depth < DEEPEST ->
          list.forEach(inner -> add(values, name, inner, depth + 1));
      case String _, Number _, Boolean _ ->
          values.computeIfAbsent(name, unknown -> new ArrayList<>()).add(value);
      case null, default -> {}
    }
  }
}
