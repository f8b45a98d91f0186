package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.Problem;
import io.vitrine.store.LogText;
import io.vitrine.store.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way in for logs that come in other forms than ours: files, and the protocols of other
 * products. Whoever has read such a form hands over JSON objects; what their fields do not tell to
 * be anything else is a plain log. Thread-safe.
 */
public final class LogDoor {

  /** All records of a request are held at once; shippers send thousands. */
  private static final int MOST = 100_000;

  private final Intake intake;
  private final Flight flight;
  private final RecordDecoder files;
  private final RecordDecoder foreign;
  private final int bodyLimit;

  LogDoor(Intake intake, Flight flight, IntakeSettings settings) {
    this.intake = intake;
    this.flight = flight;
    int recordLimit = Math.toIntExact(settings.recordLimit().toBytes());
    this.files = new RecordDecoder(recordLimit, RecordForm.FILE);
    this.foreign = new RecordDecoder(recordLimit, RecordForm.FOREIGN);
    this.bodyLimit = Math.toIntExact(settings.bodyLimit().toBytes());
  }

  /**
   * A record to take in.
   *
   * @param json bytes that hold one JSON object in UTF-8; not copied
   * @param from where it begins
   * @param to where it ends
   * @param id of the record, in a file only when the object names none; null for a new one each
   *     time
   * @param upload that it came by, kept in the field {@link LogText#UPLOAD}; null for none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Sent(byte[] json, int from, int to, @Nullable String id, @Nullable String upload) {

    /** One that stands alone. */
    public Sent(byte[] json, @Nullable String id, @Nullable String upload) {
      this(json, 0, json.length, id, upload);
    }

    /** One that came by no file. */
    public Sent(byte[] json, @Nullable String id) {
      this(json, id, null);
    }
  }

  /**
   * What became of records.
   *
   * @param receipt of all of them
   * @param outcomes by index; null for one that was rejected
   * @param ids by index, under which they are stored; null for one that could not be read
   */
  public record Taken(
      Receipt receipt, List<@Nullable Outcome> outcomes, List<@Nullable String> ids) {}

  /**
   * Stores logs. What the receipt counts as accepted survives the death of the process.
   *
   * @param records at most 100,000
   * @throws io.vitrine.model.Problem of category LOAD when there is too much to do; then nothing is
   *     stored
   */
  public Receipt accept(List<Sent> records) {
    return take(records).receipt();
  }

  /**
   * The same, with what became of each record.
   *
   * @throws io.vitrine.model.Problem of category TOO_LARGE for more than 100,000; then nothing is
   *     stored
   */
  public Taken take(List<Sent> records) {
    checkCount(records.size());
    Decoded decoded = new Decoded();
    records.forEach(record -> decode(record, decoded));
    @Nullable Outcome[] outcomes = new @Nullable Outcome[records.size()];
    Receipt receipt = intake.accept(decoded, outcomes);
    @Nullable String[] ids = new @Nullable String[records.size()];
    for (int i = 0; i < decoded.drafts().size(); i++) {
      ids[decoded.index(i)] = decoded.drafts().get(i).text(Field.ID);
    }
    return new Taken(receipt, listed(outcomes), listed(ids));
  }

  private static <T> List<@Nullable T> listed(@Nullable T[] each) {
    List<@Nullable T> list = new ArrayList<>(each.length);
    for (T one : each) {
      list.add(one);
    }
    return list;
  }

  /**
   * Refuses a request with more logs than one may hold.
   *
   * @throws io.vitrine.model.Problem of category TOO_LARGE
   */
  public static void checkCount(int records) {
    if (records > MOST) {
      throw new Problem(
          "too_many_records",
          Problem.Category.TOO_LARGE,
          "a request holds at most " + MOST + " logs; nothing of this one was accepted");
    }
  }

  private void decode(Sent record, Decoded into) {
    try {
      into.add(draft(record));
    } catch (Unfit unfit) {
      into.reject(unfit.refusal());
    }
  }

  private Event.Draft draft(Sent record) {
    RecordDecoder decoder = record.upload() == null ? foreign : files;
    Event.Draft draft = decoder.decode(record.json(), record.from(), record.to());
    NestedNames.fill(draft);
    if (record.id() != null && !draft.has(Field.ID)) {
      draft.set(Field.ID, record.id());
    }
    if (!draft.has(Field.TYPE) && !KnowType.tells(draft)) {
      draft.set(Field.TYPE, EventType.LOG.name());
    }
    if (record.upload() != null) {
      draft.other(LogText.UPLOAD, record.upload());
    }
    return draft;
  }

  /**
   * Reads the whole body of a request, unpacked when it is packed, and hands it on; the memory that
   * it takes is counted until the work is done.
   *
   * @throws io.vitrine.model.Problem of category TOO_LARGE beyond the limit, LOAD when too much is
   *     read at once
   */
  public <T> T reading(HttpServletRequest request, Function<byte[], T> work) throws IOException {
    return readingInPlace(request, (bytes, length) -> work.apply(Arrays.copyOf(bytes, length)));
  }

  /** What is done with a body. */
  public interface Work<T> {

    /** Is given bytes, of which only the first {@code length} count. */
    T of(byte[] bytes, int length);
  }

  /** The same without a copy of the body. */
  public <T> T readingInPlace(HttpServletRequest request, Work<T> work) throws IOException {
    try (Flight.Seat seat = flight.seat()) {
      Body body = Body.read(request.getInputStream(), Body.Announced.by(request), bodyLimit, seat);
      return work.of(body.bytes(), body.length());
    }
  }

  /** Reads the logs of a body one after the other. */
  public interface Gathering {

    /** Is given bytes, of which only the first {@code length} count. */
    void of(byte[] bytes, int length, Gathered into);
  }

  /**
   * Reads the body of a request and stores the logs that it holds. A body is the smaller part of
   * what it may mean: labels are said once and kept with every line, so logs are counted against
   * the limits as they are found.
   *
   * @throws io.vitrine.model.Problem as {@link #reading}, and of category TOO_LARGE for more than
   *     100,000 logs or more bytes of them than there is room for; then nothing is stored
   */
  public Receipt gathering(HttpServletRequest request, Gathering work) throws IOException {
    try (Flight.Seat seat = flight.seat()) {
      Body body = Body.read(request.getInputStream(), Body.Announced.by(request), bodyLimit, seat);
      Gathered gathered = new Gathered(seat);
      work.of(body.bytes(), body.length(), gathered);
      return intake.accept(gathered.decoded);
    }
  }

  /** Logs of one request, as they are found in its body. Not thread-safe. */
  public final class Gathered {

    private final Flight.Seat seat;
    private final Decoded decoded = new Decoded();

    private Gathered(Flight.Seat seat) {
      this.seat = seat;
    }

    /** Adds a log. */
    public void add(Sent record) {
      checkCount(decoded.size() + 1);
      seat.take(record.to() - record.from());
      decode(record, decoded);
    }

    /**
     * Makes room for a body that is unpacked.
     *
     * @param bytes that it has then
     */
    public void unpack(long bytes) {
      if (bytes > bodyLimit) {
        throw Body.tooLarge(bodyLimit);
      }
      seat.take(bytes);
    }
  }
}
