package io.vitrine.experiments;

import io.vitrine.model.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition on what is known of a unit.
 *
 * @param attribute name in the context, such as country
 * @param op how it is compared
 * @param values is and contains hold for any of them, is_not for none; greater and less take one
 *     number; exists takes none
 */
record Condition(String attribute, Op op, List<String> values) {

  /** How an attribute is compared. Absent attributes meet only is_not. */
  enum Op {
    IS,
    IS_NOT,
    CONTAINS,
    STARTS_WITH,
    EXISTS,
    GREATER,
    LESS
  }

  Condition {
    values = List.copyOf(values);
    if (attribute.isBlank() || attribute.length() > 100) {
      throw Problem.caller("condition_attribute", "a condition names an attribute");
    }
    boolean fits =
        switch (op) {
          case EXISTS -> values.isEmpty();
          case GREATER, LESS -> values.size() == 1 && number(values.getFirst()) != null;
          case IS, IS_NOT, CONTAINS, STARTS_WITH -> !values.isEmpty() && values.size() <= 1000;
        };
    if (!fits) {
      throw Problem.caller(
          "condition_values",
          "the condition " + Wire.write(op) + " on " + attribute + " does not take " + values,
          Map.of("member", attribute));
    }
  }

  boolean holds(Map<String, Object> context) {
    Object value = context.get(attribute);
    if (value == null) {
      return op == Op.IS_NOT;
    }
    String text = String.valueOf(value);
    return switch (op) {
      case IS -> values.contains(text);
      case IS_NOT -> !values.contains(text);
      case CONTAINS -> values.stream().anyMatch(text::contains);
      case STARTS_WITH -> values.stream().anyMatch(text::startsWith);
      case EXISTS -> true;
      case GREATER -> compared(text) > 0;
      case LESS -> compared(text) < 0;
    };
  }

  /** 0 when it is no number, which is neither greater nor less. */
  private int compared(String text) {
    BigDecimal own = number(text);
    BigDecimal bound = number(values.getFirst());
    return own == null || bound == null ? 0 : own.compareTo(bound);
  }

  private static @Nullable BigDecimal number(String text) {
    try {
      return text.length() > 40 ? null : new BigDecimal(text);
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }
}
