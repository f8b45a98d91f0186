package io.vitrine.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, at one instant, to one visitor or one service. Immutable. Its typed
 * values are keyed by {@link Field}; an order's lines are in {@link #items()} and unknown fields
 * are kept in {@link #others()}.
 */
public final class Event {

  private static final int SLOTS = Field.values().length;

  private final @Nullable Object[] values;
  private final List<OrderLine> items;
  private final Map<String, Object> others;

  private Event(@Nullable Object[] values, List<OrderLine> items, Map<String, Object> others) {
    this.values = values;
    this.items = items;
    this.others = others;
  }

  /** A draft with nothing in it. */
  public static Draft draft() {
    return new Draft(new @Nullable Object[SLOTS], List.of(), Map.of());
  }

  /** A draft that starts with everything of this event. */
  public Draft toDraft() {
    return new Draft(values.clone(), items, others);
  }

  /** The value of a field in its {@link FieldType#carrier()}, or null when absent. */
  public @Nullable Object value(Field field) {
    return values[field.slot()];
  }

  public boolean has(Field field) {
    return values[field.slot()] != null;
  }

  public @Nullable String text(Field field) {
    return (String) values[field.slot()];
  }

  public @Nullable Long integer(Field field) {
    return (Long) values[field.slot()];
  }

  public @Nullable BigDecimal decimal(Field field) {
    return (BigDecimal) values[field.slot()];
  }

  public @Nullable Double number(Field field) {
    return (Double) values[field.slot()];
  }

  public @Nullable Instant instant(Field field) {
    return (Instant) values[field.slot()];
  }

  /** Whether a flag is present and true. */
  public boolean flag(Field field) {
    return Boolean.TRUE.equals(values[field.slot()]);
  }

  /** Id of the event; every finished event has one. */
  public String id() {
    return required(text(Field.ID), Field.ID);
  }

  public EventType type() {
    return new EventType(required(text(Field.TYPE), Field.TYPE));
  }

  public Instant timestamp() {
    return required(instant(Field.TIMESTAMP), Field.TIMESTAMP);
  }

  /** Lines of an order or of a partial refund; empty when the event names none. */
  public List<OrderLine> items() {
    return items;
  }

  /**
   * Unknown fields as they came: strings, {@link Long}, {@link BigDecimal}, {@link Boolean}, lists
   * and maps of these, and null.
   */
  public Map<String, Object> others() {
    return others;
  }

  private static <T> T required(@Nullable T value, Field field) {
    if (value == null) {
      throw new IllegalStateException("an event without " + field.wireName());
    }
    return value;
  }

  @Override
  public String toString() {
    Map<String, Object> named = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      Object value = values[field.slot()];
      if (value != null) {
        named.put(field.wireName(), value);
      }
    }
    return "Event" + named + (items.isEmpty() ? "" : items) + (others.isEmpty() ? "" : others);
  }

  /** An event in the making. Not thread-safe. */
  public static final class Draft {

    private final @Nullable Object[] values;
    private List<OrderLine> items;
    private Map<String, Object> others;

    private Draft(@Nullable Object[] values, List<OrderLine> items, Map<String, Object> others) {
      this.values = values;
      this.items = items;
      this.others = others;
    }

    /**
     * Sets a field, or clears it with null.
     *
     * @throws IllegalArgumentException when the value is not of the field's carrier
     */
    public Draft set(Field field, @Nullable Object value) {
      if (value != null && !field.type().carrier().isInstance(value)) {
        throw new IllegalArgumentException(
            field.wireName() + " holds " + field.type() + ", not " + value.getClass().getName());
      }
      values[field.slot()] = value;
      return this;
    }

    public boolean has(Field field) {
      return values[field.slot()] != null;
    }

    public @Nullable Object value(Field field) {
      return values[field.slot()];
    }

    public @Nullable String text(Field field) {
      return (String) values[field.slot()];
    }

    public @Nullable Instant instant(Field field) {
      return (Instant) values[field.slot()];
    }

    public @Nullable BigDecimal decimal(Field field) {
      return (BigDecimal) values[field.slot()];
    }

    public List<OrderLine> items() {
      return items;
    }

    public Draft items(List<OrderLine> lines) {
      this.items = List.copyOf(lines);
      return this;
    }

    public Map<String, Object> others() {
      return Collections.unmodifiableMap(others);
    }

    /** Replaces all unknown fields. */
    public Draft others(Map<String, Object> fields) {
      others = new LinkedHashMap<>(fields);
      return this;
    }

    /** Keeps an unknown field. */
    public Draft other(String name, @Nullable Object value) {
      if (others.isEmpty()) {
        others = new LinkedHashMap<>();
      }
      others.put(name, value);
      return this;
    }

    /** The finished event. The draft must not be used afterwards. */
    public Event finish() {
      return new Event(values, new ArrayList<>(items), Collections.unmodifiableMap(others));
    }
  }
}
