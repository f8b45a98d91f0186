package io.vitrine.intake;

import org.jspecify.annotations.Nullable;

/**
 * Why a step or the decoder drops a record.
 *
 * @param reason for programs
 * @param detail for people: names the value, cut to a readable length, and the rule
 */
record Refusal(Reason reason, String detail) {

  private static final int LONGEST_VALUE = 64;

  /** A refusal whose detail reads: price is '12,50', which ... */
  static Refusal of(Reason reason, String name, @Nullable Object value, String rule) {
    return new Refusal(reason, name + " is '" + shown(value) + "': " + rule);
  }

  static Refusal of(Reason reason, String detail) {
    return new Refusal(reason, detail);
  }

  private static String shown(@Nullable Object value) {
    String text = PlainText.line(String.valueOf(value));
    return text.length() <= LONGEST_VALUE
        ? text
        : PlainText.cut(text, LONGEST_VALUE) + "... (" + text.length() + " characters)";
  }
}
