package io.vitrine.accounts;

import io.vitrine.model.Problem;
import org.jspecify.annotations.Nullable;

/** Reads what endpoints need from the body of a request. */
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
}
