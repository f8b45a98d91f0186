package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.store.LogText;
import io.vitrine.store.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The way in for logs that come in other forms than ours: files, and the protocols of other
 * products. Whoever has read such a form hands over JSON objects; what their fields do not tell to
 * be anything else is a plain log. Thread-safe.
 */
public final class LogDoor {

  private final Intake intake;
  private final Flight flight;
  private final RecordDecoder decoder;
  private final int bodyLimit;

  LogDoor(Intake intake, Flight flight, IntakeSettings settings) {
    this.intake = intake;
    this.flight = flight;
    this.decoder = new RecordDecoder(Math.toIntExact(settings.recordLimit().toBytes()), true);
    this.bodyLimit = Math.toIntExact(settings.bodyLimit().toBytes());
  }

  /**
   * A record to take in.
   *
   * @param json one JSON object in UTF-8
   * @param id of the record when the object names none; null for a new one each time
   * @param upload that it came by, kept in the field {@link LogText#UPLOAD}; null for none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Sent(byte[] json, @Nullable String id, @Nullable String upload) {

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
   */
  public record Taken(Receipt receipt, List<@Nullable Outcome> outcomes) {}

  /**
   * Stores logs. What the receipt counts as accepted survives the death of the process.
   *
   * @param records at most 20,000 or so
   * @throws io.vitrine.model.Problem of category LOAD when there is too much to do; then nothing is
   *     stored
   */
  public Receipt accept(List<Sent> records) {
    return take(records).receipt();
  }

  /** The same, with what became of each record. */
  public Taken take(List<Sent> records) {
    Decoded decoded = new Decoded();
    for (Sent record : records) {
      try {
        decoded.add(draft(record));
      } catch (Unfit unfit) {
        decoded.reject(unfit.refusal());
      }
    }
    @Nullable Outcome[] outcomes = new @Nullable Outcome[records.size()];
    Receipt receipt = intake.accept(decoded, outcomes);
    List<@Nullable Outcome> each = new ArrayList<>(outcomes.length);
    for (Outcome outcome : outcomes) {
      each.add(outcome);
    }
    return new Taken(receipt, each);
  }

  private Event.Draft draft(Sent record) {
    Event.Draft draft = decoder.decode(record.json(), 0, record.json().length);
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
    try (Flight.Seat seat = flight.seat()) {
      String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
      Body body = Body.read(request.getInputStream(), encoding, bodyLimit, seat);
      return work.apply(Arrays.copyOf(body.bytes(), body.length()));
    }
  }
}
