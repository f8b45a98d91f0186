package io.vitrine.experiments.stats;

import java.util.Map;
import java.util.stream.Collectors;

/** Statistics that cannot be: the message names the value and the rule, the code is stable. */
public final class Unanswerable extends IllegalArgumentException {

  private final String code;
  private final transient Map<String, String> values;

  Unanswerable(String code, String message, Map<String, ? extends Number> values) {
    super(message);
    this.code = code;
    this.values =
        values.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, value -> value.getValue().toString()));
  }

  /** In snake case; part of the API. */
  public String code() {
    return code;
  }

  /** The numbers that the message names, by name. */
  public Map<String, String> values() {
    return values;
  }

  static void unless(boolean holds, String code, String message) {
    unless(holds, code, message, Map.of());
  }

  static void unless(
      boolean holds, String code, String message, Map<String, ? extends Number> values) {
    if (!holds) {
      throw new Unanswerable(code, message, values);
    }
  }

  /** A number strictly between two bounds; NaN is between none. */
  static double between(double value, double low, double high, String name) {
    // Words are made where they are needed: this is asked thousands of times an answer.
    if (value > low && value < high) {
      return value;
    }
    throw new Unanswerable(
        name + "_out_of_range",
        name + " lies between " + low + " and " + high + ", not " + value,
        Map.of("low", low, "high", high, "value", value));
  }

  /** A covariance is at most the root of both variances' product. */
  static void bounded(double covariance, double one, double other) {
    double most = Math.sqrt(one * other);
    if (!(Math.abs(covariance) <= most * (1 + 1e-9))) {
      throw new Unanswerable(
          "covariance_too_large",
          "the covariance is at most " + most + " for these variances, not " + covariance,
          Map.of());
    }
  }
}
