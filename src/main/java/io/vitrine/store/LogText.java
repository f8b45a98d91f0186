package io.vitrine.store;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the text index knows of a log event.
 *
 * @param sequence number of the event in the store
 * @param timestamp when it happened
 * @param values by field: text, {@link Number} or {@link Boolean}; fields of an object are named by
 *     their path ({@code metadata.region}), a list has several values; not copied
 * @param event to be given with hits; null when hits are to be fetched from the store
 */
public record LogText(
    long sequence, Instant timestamp, Map<String, List<Object>> values, @Nullable Event event) {

  /** Names the upload that brought a log; no column, for most logs come by none. */
  public static final String UPLOAD = "_upload";

  private static final int DEEPEST = 8;
  private static final int EXPECTED = 40;
  private static final EnumSet<Field> LEFT_OUT =
      EnumSet.of(Field.TIMESTAMP, Field.RECEIVED_AT, Field.SENT_AT, Field.RATE);
  private static final List<Field> SEARCHED = List.copyOf(EnumSet.complementOf(LEFT_OUT));

  public LogText {
    values = Collections.unmodifiableMap(values);
  }

  /** One that hits do not bring along. */
  public LogText(long sequence, Instant timestamp, Map<String, List<Object>> values) {
    this(sequence, timestamp, values, null);
  }

  /** All that can be searched of a stored log. */
  public static LogText of(StoredEvent stored) {
    Event event = stored.event();
    return new LogText(stored.sequence(), event.timestamp(), valuesOf(event), event);
  }

  /** Values of an event by field, as they are searched. */
  public static Map<String, List<Object>> valuesOf(Event event) {
    Map<String, List<Object>> values = LinkedHashMap.newLinkedHashMap(EXPECTED);
    for (Field field : SEARCHED) {
      Object value = event.value(field);
      if (value != null) {
        add(values, field.wireName(), value, 0);
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
      case String _, Number _, Boolean _ -> values.merge(name, List.of(value), LogText::both);
      case null, default -> {}
    }
  }

  private static List<Object> both(List<Object> some, List<Object> more) {
    List<Object> both = some instanceof ArrayList<Object> growing ? growing : new ArrayList<>(some);
    both.addAll(more);
    return both;
  }
}
