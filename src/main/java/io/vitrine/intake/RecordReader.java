package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.FieldType;
import io.vitrine.model.Moment;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the fields of one record from a parser that stands at its opening brace. */
final class RecordReader {

  /** Fields in which spaces around the text are part of it. */
  private static final Set<Field> VERBATIM = EnumSet.of(Field.MESSAGE, Field.STACK_TRACE);

  /** Fields that only a step may fill; what a sender says is kept beside them. */
  private static final Set<Field> OURS = EnumSet.of(Field.RECEIVED_AT, Field.RATE);

  /** Where what another product calls an id is kept. */
  private static final String FOREIGN_ID = "document_id";

  private static final SameTexts TEXTS = new SameTexts();

  private final JsonParser parser;
  private final OtherValues others;
  private final Event.Draft draft = Event.draft();
  private final RecordForm form;

  RecordReader(JsonParser parser, RecordForm form) {
    this.parser = parser;
    this.form = form;
    this.others = new OtherValues(parser);
  }

  Event.Draft read() {
    String name = parser.nextName();
    while (name != null) {
      JsonToken token = parser.nextToken();
      others.countField();
      field(name, token);
      name = parser.nextName();
    }
    return draft;
  }

  private void field(String name, JsonToken token) {
    FieldNames.Named named = FieldNames.of(name);
    if (named != null && named.field() == Field.ID && form == RecordForm.FOREIGN) {
      keep(named.own() ? FOREIGN_ID : name, token);
    } else if (named != null && isWanted(named)) {
      known(named.field(), name, token);
    } else if (LineReader.isItems(name)) {
      items(name, token);
    } else {
      keep(named != null && OURS.contains(named.field()) ? "_sent_" + name : name, token);
    }
  }

  private boolean isWanted(FieldNames.Named named) {
    return !OURS.contains(named.field()) && (named.own() || !draft.has(named.field()));
  }

  private void known(Field field, String name, JsonToken token) {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token.isStructStart()) {
      structured(field, name, token);
    } else if (field.type() == FieldType.INSTANT) {
      draft.set(field, instant(field, token));
    } else {
      scalar(field, token);
    }
  }

  /** A list of indicators is one text; a log may hold anything, which is kept as it is. */
  private void structured(Field field, String name, JsonToken token) {
    if (field == Field.INDICATORS && token == JsonToken.START_ARRAY) {
      draft.set(field, joined(others.list()));
      return;
    }
    if (field.group() != Field.Group.LOG && form == RecordForm.OURS) {
      throw new Unfit(
          Refusal.of(Reason.WRONG_TYPE, name + " is a list or an object: it holds one value"));
    }
    keep(name, token);
  }

  private static String joined(List<@Nullable Object> values) {
    return String.join(",", values.stream().map(String::valueOf).toList());
  }

  private Instant instant(Field field, JsonToken token) {
    String text = parser.getString();
    if (token == JsonToken.VALUE_STRING) {
      return Scalars.instant(field.wireName(), text, Moment.of(text));
    }
    if (!token.isNumeric()) {
      throw new Unfit(Refusal.of(Reason.IMPOSSIBLE_TIME, field.wireName(), text, "a time"));
    }
    return Scalars.instant(
        field.wireName(), text, Moment.of(Scalars.number(field.wireName(), text)));
  }

  private void scalar(Field field, JsonToken token) {
    if (token == JsonToken.VALUE_NUMBER_INT && setWhole(field)) {
      return;
    }
    String given = parser.getString();
    String text = VERBATIM.contains(field) ? given : given.strip();
    if (!text.isEmpty()) {
      draft.set(field, field.type() == FieldType.TEXT ? TEXTS.of(text) : Scalars.of(field, text));
    }
  }

  /** The common case without a text in between. */
  private boolean setWhole(Field field) {
    boolean small = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    if (small && field.type() == FieldType.INTEGER && Math.abs(parser.getLongValue()) < 1L << 59) {
      draft.set(field, parser.getLongValue());
      return true;
    }
    return false;
  }

  private void items(String name, JsonToken token) {
    if (!token.isStructStart()) {
      keep(name, token);
      return;
    }
    LineReader lines = new LineReader(parser, others);
    draft.items(lines.read(token));
    if (lines.hasUnknown()) {
      draft.other("_item_fields", lines.unknown());
    }
  }

  private void keep(String name, JsonToken token) {
    draft.other(PlainText.line(name), others.value(token));
  }
}
