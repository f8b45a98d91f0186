package io.vitrine.history;

import io.vitrine.model.Problem;
import io.vitrine.store.past.Past;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A file of item properties. */
final class PropertyFile extends LineRows {

  private static final byte[] CATEGORY = "categoryid".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] AVAILABLE = "available".getBytes(StandardCharsets.US_ASCII);
  private static final long YEAR_10000 = 253_402_300_800_000L;

  private final String file;
  private final Rejects rejects;
  private final PropertyNames names;
  private final int timestamp;
  private final int item;
  private final int property;
  private final int value;
  private final LongAdder rows = new LongAdder();

  private PropertyFile(LineChunks chunks, Header header, PropertyNames names, Rejects rejects) {
    super(chunks, header, rejects);
    this.file = header.file();
    this.names = names;
    this.rejects = rejects;
    this.timestamp = header.column("timestamp");
    this.item = header.column("itemid");
    this.property = header.column("property");
    this.value = header.column("value");
  }

  /**
   * Reads the header.
   *
   * @throws Problem when a column is missing
   */
  static PropertyFile open(String file, LineChunks chunks, PropertyNames names, Rejects rejects) {
    return new PropertyFile(chunks, Header.of(file, chunks.firstLine()), names, rejects);
  }

  @Override
  public List<Column> columns() {
    return Past.PROPERTY_COLUMNS;
  }

  /** Rows that the file has, left out or not; known at the end. */
  long rows() {
    return rows.sum();
  }

  @Override
  boolean take(Line line, long number, Batch batch, int row) {
    rows.increment();
    Reason reason = read(line, batch, row);
    if (reason != null) {
      rejects.add(file, number, reason, line.whole());
    }
    return reason == null;
  }

  private @Nullable Reason read(Line line, Batch batch, int row) {
    if (line.count() <= Math.max(Math.max(timestamp, item), Math.max(property, value))) {
      return Reason.FIELDS_MISSING;
    }
    long at = line.number(timestamp);
    if (at <= 0 || at >= YEAR_10000) {
      return Reason.TIMESTAMP_INVALID;
    }
    long product = line.number(item);
    if (product < 0) {
      return Reason.ID_INVALID;
    }
    batch.numbers(0)[row] = at;
    batch.numbers(1)[row] = product;
    batch.numbers(2)[row] = property(line);
    batch.texts(3)[row] = line.bytes(value);
    return null;
  }

  private long property(Line line) {
    long number = line.number(property);
    if (number >= 0 && number <= Integer.MAX_VALUE) {
      return number;
    }
    if (line.is(property, CATEGORY)) {
      return Past.CATEGORY;
    }
    if (line.is(property, AVAILABLE)) {
      return Past.AVAILABLE;
    }
    return names.number(line.text(property));
  }

  @Override
  public void finish() {
    if (rows() == 0) {
      throw Problem.caller("file_empty", file + " has no rows");
    }
    rejects.close();
  }
}
