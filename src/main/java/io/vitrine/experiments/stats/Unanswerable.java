package io.vitrine.experiments.stats;

/** Statistics that cannot be: the message names the value and the rule, the code is stable. */
public final class Unanswerable extends IllegalArgumentException {

  private final String code;

  Unanswerable(String code, String message) {
    super(message);
    this.code = code;
  }

  /** In snake case; part of the API. */
  public String code() {
    return code;
  }

  static void unless(boolean holds, String code, String message) {
    if (!holds) {
      throw new Unanswerable(code, message);
    }
  }

  /** A number strictly between two bounds; NaN is between none. */
  static double between(double value, double low, double high, String name) {
    unless(
        value > low && value < high,
        name + "_out_of_range",
        name + " lies between " + low + " and " + high + ", not " + value);
    return value;
  }
}
