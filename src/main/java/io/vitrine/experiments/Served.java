package io.vitrine.experiments;

import java.util.Locale;

/**
 * What a unit gets.
 *
 * @param variant its name
 * @param value of the variant
 * @param reason why
 * @param takesPart whether the unit counts for the experiment; then its exposure is to be sent
 */
record Served(String variant, Object value, Reason reason, boolean takesPart) {

  /** Why, in OFREP's words. */
  enum Reason {
    STATIC,
    TARGETING_MATCH,
    SPLIT,
    DISABLED;

    String wireName() {
      return name().toUpperCase(Locale.ROOT);
    }
  }
}
