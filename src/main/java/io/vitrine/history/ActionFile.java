package io.vitrine.history;

import io.vitrine.model.Problem;
import io.vitrine.store.past.Past;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The file of events: what visitors did. */
final class ActionFile extends LineRows {

  private static final byte[] VIEW = bytes("view");
  private static final byte[] ADD_TO_CART = bytes("addtocart");
  private static final byte[] TRANSACTION = bytes("transaction");

  /** Milliseconds up to 1973 are seconds up to the year 5138: whoever has such, has seconds. */
  private static final long SECONDS = 100_000_000_000L;

  private static final long YEAR_10000 = 253_402_300_800_000L;

  private final String file;
  private final Rejects rejects;
  private final int timestamp;
  private final int visitor;
  private final int event;
  private final int item;
  private final int transaction;
  private final LongAdder rows = new LongAdder();
  private final LongAdder looksLikeSeconds = new LongAdder();

  private ActionFile(LineChunks chunks, Header header, Rejects rejects) {
    super(chunks, header, rejects);
    this.file = header.file();
    this.rejects = rejects;
    this.timestamp = header.column("timestamp");
    this.visitor = header.column("visitorid");
    this.event = header.column("event");
    this.item = header.column("itemid");
    this.transaction = header.column("transactionid");
  }

  /**
   * Reads the header.
   *
   * @throws Problem when a column is missing
   */
  static ActionFile open(String file, LineChunks chunks, Rejects rejects) {
    return new ActionFile(chunks, Header.of(file, chunks.firstLine()), rejects);
  }

  private static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public List<Column> columns() {
    return Past.ACTION_COLUMNS;
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
      return false;
    }
    batch.numbers(0)[row] = number;
    return true;
  }

  private @Nullable Reason read(Line line, Batch batch, int row) {
    if (line.count() <= lastColumn()) {
      return Reason.FIELDS_MISSING;
    }
    long at = line.number(timestamp);
    if (at <= 0 || at >= YEAR_10000) {
      return Reason.TIMESTAMP_INVALID;
    }
    if (at < SECONDS) {
      looksLikeSeconds.increment();
    }
    long who = line.number(visitor);
    long product = line.number(item);
    if (who < 0 || product < 0) {
      return Reason.ID_INVALID;
    }
    batch.numbers(1)[row] = at;
    batch.numbers(2)[row] = who;
    batch.numbers(4)[row] = product;
    return readKind(line, batch, row);
  }

  private int lastColumn() {
    return Math.max(Math.max(Math.max(timestamp, visitor), Math.max(event, item)), transaction);
  }

  private @Nullable Reason readKind(Line line, Batch batch, int row) {
    batch.numbers(5)[row] = Batch.NONE;
    if (line.is(event, VIEW)) {
      batch.numbers(3)[row] = 0;
      return null;
    }
    if (line.is(event, ADD_TO_CART)) {
      batch.numbers(3)[row] = 1;
      return null;
    }
    if (!line.is(event, TRANSACTION)) {
      return Reason.EVENT_UNKNOWN;
    }
    if (line.isEmpty(transaction)) {
      return Reason.TRANSACTION_ID_MISSING;
    }
    long order = line.number(transaction);
    batch.numbers(3)[row] = 2;
    batch.numbers(5)[row] = order;
    return order < 0 ? Reason.TRANSACTION_ID_INVALID : null;
  }

  @Override
  public void finish() {
    if (rows() == 0) {
      throw Problem.caller("file_empty", file + " has no rows");
    }
    if (looksLikeSeconds.sum() * 2 > rows()) {
      throw Problem.caller(
          "timestamp_in_seconds",
          "the timestamps of "
              + file
              + " look like seconds, as they lie before March 1973 when read as milliseconds;"
              + " milliseconds since 1970 are expected");
    }
  }
}
