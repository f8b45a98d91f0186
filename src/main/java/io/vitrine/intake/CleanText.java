package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.FieldType;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes control characters out of texts and puts U+FFFD for half characters. Line ends and tabs
 * stay in {@code message}, {@code error_message} and {@code stack_trace} and become spaces
 * elsewhere. An id with a control character is refused: without it, it could be another id.
 */
final class CleanText implements Step {

  private static final Set<Field> LINES =
      EnumSet.of(Field.MESSAGE, Field.ERROR_MESSAGE, Field.STACK_TRACE);

  private static final Set<Field> IDS =
      EnumSet.of(
          Field.ID,
          Field.TYPE,
          Field.VISITOR_ID,
          Field.USER_ID,
          Field.SESSION_ID,
          Field.PRODUCT_ID,
          Field.ORDER_ID,
          Field.CART_ID,
          Field.TRANSACTION_ID,
          Field.MERCHANT_ID,
          Field.TRACE_ID,
          Field.EXPERIMENT,
          Field.VARIANT);

  private static final Field[] TEXTS =
      Arrays.stream(Field.values())
          .filter(field -> field.type() == FieldType.TEXT)
          .toArray(Field[]::new);

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    for (Field field : TEXTS) {
      String text = draft.text(field);
      if (text == null || PlainText.isPlainLine(text)) {
        continue;
      }
      if (IDS.contains(field) && PlainText.hasControl(text)) {
        return Refusal.of(
            Reason.CONTROL_CHARACTER, field.wireName(), text, "an id has no control characters");
      }
      draft.set(field, LINES.contains(field) ? PlainText.lines(text) : PlainText.line(text));
    }
    return null;
  }
}
