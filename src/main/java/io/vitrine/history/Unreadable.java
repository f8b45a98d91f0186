package io.vitrine.history;

import java.util.Objects;

/** A row that cannot become an event; the rest of the file can. */
final class Unreadable extends RuntimeException {

  private final String reason;

  /**
   * A row that stays out.
   *
   * @param reason in snake case
   * @param detail names the value and the rule
   */
  Unreadable(String reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  String detail() {
    return Objects.requireNonNullElse(getMessage(), reason);
  }
}
