package io.vitrine.accounts;

import io.vitrine.model.Problem;
import org.jspecify.annotations.Nullable;

/** Checks what endpoints read from a request. */
final class Bodies {

  private Bodies() {}

  /**
   * The text, when it is there.
   *
   * @throws Problem of category CALLER that names the field
   */
  static <T> T required(@Nullable T value, String field) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      throw Problem.caller("field_missing", field + " is missing");
    }
    return value;
  }

  /**
   * Checks a number of the address.
   *
   * @throws Problem of category CALLER that names the parameter and its bounds
   */
  static void within(int value, int least, int most, String parameter) {
    if (value < least || value > most) {
      throw Problem.caller(
          "bad_parameter", parameter + " is " + value + " but must be " + least + " to " + most);
    }
  }
}
