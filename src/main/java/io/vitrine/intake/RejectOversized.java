package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.FieldType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a text that is longer than its field. Texts that people read ({@code message}, {@code
 * stack_trace}, {@code error_message}, {@code user_agent}, {@code page}, {@code referrer}) are cut
 * instead, and {@code others._truncated} names them. Whole records beyond the limit of bytes never
 * come this far.
 */
final class RejectOversized implements Step {

  private static final Set<Field> CUT =
      EnumSet.of(
          Field.MESSAGE,
          Field.STACK_TRACE,
          Field.ERROR_MESSAGE,
          Field.USER_AGENT,
          Field.PAGE,
          Field.REFERRER);

  /** Fields that a later step reads before their length counts. */
  private static final Set<Field> READ_LATER =
      EnumSet.of(Field.TYPE, Field.IP, Field.CURRENCY, Field.COUNTRY, Field.LEVEL, Field.DEVICE);

  private static final Field[] MEASURED =
      Arrays.stream(Field.values())
          .filter(field -> field.type() == FieldType.TEXT && !READ_LATER.contains(field))
          .toArray(Field[]::new);

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    List<String> cut = null;
    for (Field field : MEASURED) {
      String text = draft.text(field);
      if (text == null || text.length() <= field.longest()) {
        continue;
      }
      if (!CUT.contains(field)) {
        return Refusal.of(
            Reason.TOO_LONG, field.wireName(), text, "at most " + field.longest() + " characters");
      }
      draft.set(field, PlainText.cut(text, field.longest()));
      cut = cut == null ? new ArrayList<>() : cut;
      cut.add(field.wireName());
    }
    if (cut != null) {
      draft.other("_truncated", cut);
    }
    return null;
  }
}
