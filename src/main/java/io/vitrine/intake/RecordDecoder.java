package io.vitrine.intake;

import io.vitrine.model.Event;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Turns one JSON object of our own event form into a draft. Knows the form, not the rules: those
 * are the steps. Thread-safe.
 */
final class RecordDecoder {

  static final int DEEPEST = 64;
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_NUMBER = 100;

  private final JsonFactory json;
  private final int recordLimit;
  private final RecordForm form;

  /**
   * A decoder.
   *
   * @param recordLimit most bytes of a record
   */
  RecordDecoder(int recordLimit) {
    this(recordLimit, RecordForm.OURS);
  }

  /**
   * A decoder of records that others made.
   *
   * @param form in whose words they are written
   */
  RecordDecoder(int recordLimit, RecordForm form) {
    this.form = form;
    this.recordLimit = recordLimit;
    this.json = JsonFactory.builder().streamReadConstraints(constraints(recordLimit)).build();
  }

  private static StreamReadConstraints constraints(int recordLimit) {
    return StreamReadConstraints.builder()
        .maxNestingDepth(DEEPEST)
        .maxStringLength(recordLimit)
        .maxNameLength(LONGEST_NAME)
        .maxNumberLength(LONGEST_NUMBER)
        .build();
  }

  /**
   * Reads one record.
   *
   * @throws Unfit when it cannot be read
   */
  Event.Draft decode(byte[] bytes, int from, int to) {
    if (to - from > recordLimit) {
      throw unfit(
          Reason.RECORD_TOO_LARGE, (to - from) + " bytes: a record has at most " + recordLimit);
    }
    checkBytes(bytes, from, to);
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
      return decode(parser);
    } catch (StreamConstraintsException e) {
      throw unfit(beyond(e.getOriginalMessage()), PlainText.line(e.getOriginalMessage()));
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  private Event.Draft decode(JsonParser parser) {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      throw unfit(Reason.NOT_AN_OBJECT, "a record is an object in braces, not " + shown(first));
    }
    Event.Draft draft = new RecordReader(parser, form).read();
    if (parser.nextToken() != null) {
      throw unfit(Reason.BROKEN_JSON, "there is text after the end of the record");
    }
    return draft;
  }

  private static void checkBytes(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] <= 0) {
        checkUtf8(bytes, i, to);
        return;
      }
    }
  }

  private static void checkUtf8(byte[] bytes, int from, int to) {
    try {
      String rest =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, from, to - from))
              .toString();
      if (rest.indexOf(0) >= 0) {
        throw unfit(Reason.BROKEN_JSON, "the record has a NUL byte");
      }
    } catch (CharacterCodingException e) {
      throw unfit(
          Reason.INVALID_UTF8, "the record has bytes that are not UTF-8 behind byte " + from);
    }
  }

  private static Reason beyond(String message) {
    if (message.contains("nesting")) {
      return Reason.TOO_DEEP;
    }
    return message.contains("umber") ? Reason.NUMBER_TOO_LARGE : Reason.TOO_LONG;
  }

  private static Unfit broken(JacksonException e) {
    long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
    String where = at < 0 ? "" : " at byte " + at;
    return unfit(Reason.BROKEN_JSON, PlainText.line(e.getOriginalMessage()) + where);
  }

  private static String shown(@Nullable JsonToken token) {
    return token == null ? "nothing" : token.toString();
  }

  private static Unfit unfit(Reason reason, String detail) {
    return new Unfit(Refusal.of(reason, detail));
  }
}
