package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Least values of fields. */
final class Ranges {

  private Ranges() {}

  /** The refusal of the first field that is below zero, if one is. */
  static @Nullable Refusal notNegative(Event.Draft draft, Field... fields) {
    for (Field field : fields) {
      Object value = draft.value(field);
      if (value != null && isNegative(value)) {
        return Refusal.of(Reason.NEGATIVE, field.wireName(), value, "not below 0");
      }
    }
    return null;
  }

  private static boolean isNegative(Object value) {
    return value instanceof BigDecimal decimal
        ? decimal.signum() < 0
        : ((Number) value).doubleValue() < 0;
  }
}
