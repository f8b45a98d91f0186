package io.vitrine.history;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of a column.
 *
 * @param column name or path
 * @param test how its value is compared
 * @param operands what it is compared with
 */
record Condition(String column, Test test, List<String> operands) {

  /** Ways to compare. */
  enum Test {
    EQUALS,
    ONE_OF,
    BEGINS,
    EMPTY,
    BELOW,
    AT_MOST,
    ABOVE,
    AT_LEAST;

    boolean isOfNumbers() {
      return this == BELOW || this == AT_MOST || this == ABOVE || this == AT_LEAST;
    }
  }

  /** Whether it holds; a value that is no number is not below or above anything. */
  boolean holds(PastRow row, Values values) {
    String text = row.text(column);
    return switch (test) {
      case EQUALS, ONE_OF -> text != null && operands.contains(text);
      case BEGINS -> text != null && operands.stream().anyMatch(text::startsWith);
      case EMPTY -> (text == null) == Boolean.parseBoolean(operands.getFirst());
      case BELOW -> compares(text, values, -1, -1);
      case AT_MOST -> compares(text, values, -1, 0);
      case ABOVE -> compares(text, values, 1, 1);
      case AT_LEAST -> compares(text, values, 0, 1);
    };
  }

  private boolean compares(@Nullable String text, Values values, int least, int most) {
    BigDecimal number = text == null ? null : values.decimalOrNull(text);
    if (number == null) {
      return false;
    }
    int sign = Integer.signum(number.compareTo(new BigDecimal(operands.getFirst())));
    return sign >= least && sign <= most;
  }
}
