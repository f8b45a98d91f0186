package io.vitrine.store.lucene;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A log event as the index keeps it, so that hits need not be fetched from the event store, which
 * reads a column at a time and is slow at single rows. What is read is what the event store would
 * give: times in milliseconds, amounts with four digits.
 */
final class EventBytes {

  /** Says in which order fields are numbered; bytes of another order cannot be read. */
  static final String FORM = Integer.toHexString(Arrays.toString(Field.values()).hashCode());

  private static final Field[] FIELDS = Field.values();
  private static final int MONEY_DIGITS = 4;
  private static final double FINEST = 1_000;

  private enum Kind {
    NONE,
    TEXT,
    WHOLE,
    DECIMAL,
    YES,
    NO,
    LIST,
    MAP
  }

  private static final Kind[] KINDS = Kind.values();

  private EventBytes() {}

  /** Writes events, one after the other, into the same memory. One thread at a time. */
  static final class Writer {

    private final GrowingOutput out = new GrowingOutput();

    /**
     * The bytes of an event, which hold until the next; null for one with order lines, which the
     * event store has to give.
     */
    @Nullable BytesRef write(Event event) {
      if (!event.items().isEmpty()) {
        return null;
      }
      out.start();
      try {
        for (int i = 0; i < FIELDS.length; i++) {
          Object value = event.value(FIELDS[i]);
          if (value != null) {
            out.writeVInt(i + 1);
            writeField(FIELDS[i], value, out);
          }
        }
        out.writeVInt(0);
        writeMap(event.others(), out);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      return out.bytes();
    }
  }

  private static void writeField(Field field, Object value, DataOutput out) throws IOException {
    switch (field.type()) {
      case TEXT -> out.writeString((String) value);
      case INTEGER -> out.writeZLong((Long) value);
      case NUMBER -> writeNumber((Double) value, out);
      case FLAG -> out.writeByte((byte) ((Boolean) value ? 1 : 0));
      case DECIMAL ->
          out.writeString(
              ((BigDecimal) value).setScale(MONEY_DIGITS, RoundingMode.HALF_UP).toPlainString());
      case INSTANT -> out.writeZLong(((Instant) value).toEpochMilli());
    }
  }

  /** Measured numbers have few digits; those that have more are written as they are. */
  private static void writeNumber(double number, DataOutput out) throws IOException {
    long scaled = Math.round(number * FINEST);
    long exactly = Double.doubleToRawLongBits(number);
    boolean few = Double.doubleToRawLongBits(scaled / FINEST) == exactly;
    out.writeByte((byte) (few ? 1 : 0));
    out.writeZLong(few ? scaled : exactly);
  }

  private static void writeMap(Map<?, ?> map, DataOutput out) throws IOException {
    out.writeVInt(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.writeString(String.valueOf(entry.getKey()));
      writeAny(entry.getValue(), out);
    }
  }

  private static void writeAny(@Nullable Object value, DataOutput out) throws IOException {
    switch (value) {
      case String text -> {
        write(Kind.TEXT, out);
        out.writeString(text);
      }
      case Long whole -> {
        write(Kind.WHOLE, out);
        out.writeZLong(whole);
      }
      case Boolean flag -> write(flag ? Kind.YES : Kind.NO, out);
      case List<?> list -> {
        write(Kind.LIST, out);
        out.writeVInt(list.size());
        for (Object one : list) {
          writeAny(one, out);
        }
      }
      case Map<?, ?> map -> {
        write(Kind.MAP, out);
        writeMap(map, out);
      }
      case Number number -> {
        write(Kind.DECIMAL, out);
        out.writeString(number.toString());
      }
      case null, default -> write(Kind.NONE, out);
    }
  }

  @SuppressWarnings("EnumOrdinal") // the form counts up when kinds change
  private static void write(Kind kind, DataOutput out) throws IOException {
    out.writeByte((byte) kind.ordinal());
  }

  static Event read(BytesRef bytes) {
    DataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    Event.Draft draft = Event.draft();
    try {
      for (int field = in.readVInt(); field > 0; field = in.readVInt()) {
        draft.set(FIELDS[field - 1], readField(FIELDS[field - 1], in));
      }
      draft.others(readMap(in));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return draft.finish();
  }

  private static Object readField(Field field, DataInput in) throws IOException {
    return switch (field.type()) {
      case TEXT -> in.readString();
      case INTEGER -> in.readZLong();
      case NUMBER -> readNumber(in);
      case FLAG -> in.readByte() == 1;
      case DECIMAL -> new BigDecimal(in.readString()).stripTrailingZeros();
      case INSTANT -> Instant.ofEpochMilli(in.readZLong());
    };
  }

  private static double readNumber(DataInput in) throws IOException {
    boolean few = in.readByte() == 1;
    long kept = in.readZLong();
    return few ? kept / FINEST : Double.longBitsToDouble(kept);
  }

  @SuppressWarnings("NullAway") // the model's map of unknown fields may hold nulls
  private static Map<String, Object> readMap(DataInput in) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int left = in.readVInt(); left > 0; left--) {
      map.put(in.readString(), readAny(in));
    }
    return map;
  }

  private static @Nullable Object readAny(DataInput in) throws IOException {
    return switch (KINDS[in.readByte()]) {
      case NONE -> null;
      case TEXT -> in.readString();
      case WHOLE -> in.readZLong();
      case DECIMAL -> new BigDecimal(in.readString());
      case YES -> true;
      case NO -> false;
      case LIST -> readList(in);
      case MAP -> readMap(in);
    };
  }

  private static List<@Nullable Object> readList(DataInput in) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    for (int left = in.readVInt(); left > 0; left--) {
      list.add(readAny(in));
    }
    return list;
  }
}
