package io.vitrine.experiments;

import io.vitrine.model.Problem;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A what-if: something the shop could do, and what it hopes for.
 *
 * @param id short and unique, such as S1
 * @param nameEn name in English
 * @param nameFr name in French
 * @param nameEs name in Spanish
 * @param targetRate the step that it improves
 * @param expectedLift of that step's rate, relative: 0.3 is 30 %
 * @param priority as people judge it
 * @param cost once, in the shop's currency
 * @param weeks until it works; null when nobody knows
 */
record Scenario(
    String id,
    String nameEn,
    String nameFr,
    String nameEs,
    Step targetRate,
    double expectedLift,
    Priority priority,
    BigDecimal cost,
    @Nullable Integer weeks) {

  private static final int LONGEST_NAME = 120;

  /** How urgent people find it. */
  enum Priority {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
  }

  Scenario {
    rule(
        id.matches("[A-Za-z0-9_-]{1,20}"),
        "scenario_id",
        id,
        "an id is 1 to 20 letters, figures, dashes or underscores");
    for (String name : new String[] {nameEn, nameFr, nameEs}) {
      rule(
          !name.isBlank() && name.length() <= LONGEST_NAME,
          "scenario_name",
          id,
          "a name has 1 to " + LONGEST_NAME + " characters, not '" + name + "'");
    }
    rule(
        expectedLift > -0.9 && expectedLift <= 10 && expectedLift != 0,
        "scenario_lift",
        id,
        "expected_lift lies between -0.9 and 10 and is not 0: " + expectedLift);
    rule(
        cost.signum() >= 0 && cost.compareTo(BigDecimal.valueOf(1_000_000_000_000L)) <= 0,
        "scenario_cost",
        id,
        "cost is 0 to 1000000000000, not " + cost);
    rule(
        weeks == null || (weeks >= 1 && weeks <= 520),
        "scenario_weeks",
        id,
        "weeks is 1 to 520 or absent, not " + weeks);
  }

  private static void rule(boolean holds, String code, String id, String message) {
    if (!holds) {
      throw Problem.caller(
          code,
          "scenario '" + id + "': " + message,
          Map.of("id", id, "most", String.valueOf(LONGEST_NAME)));
    }
  }
}
