package io.vitrine.trust.fraud;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How payments are judged.
 *
 * @param low score from which a payment is of level low
 * @param medium score from which it is medium: a case, and fraud is said to be suspected
 * @param high score from which it is high
 * @param bonus most points that the anomaly model adds
 * @param weights by name of the indicator; every indicator has one
 */
@Schema(name = "FraudRules")
record Rules(double low, double medium, double high, double bonus, Map<String, Weight> weights) {

  private static final double MOST_BONUS = 30;

  /** As shipped. */
  static final Rules SHIPPED = new Rules(25, 50, 75, 12, shipped());

  /**
   * What one indicator counts.
   *
   * @param points most points that it gives; negative where it speaks against fraud, 0 when off
   * @param bound from where on it speaks, in its own unit
   */
  @Schema(name = "FraudWeight")
  record Weight(double points, double bound) {}

  Rules {
    weights =
        weights == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }

  Weight weight(Indicator indicator) {
    return weights.getOrDefault(
        indicator.wireName(), new Weight(indicator.points(), indicator.bound()));
  }

  Level level(double score) {
    if (score >= high) {
      return Level.HIGH;
    }
    if (score >= medium) {
      return Level.MEDIUM;
    }
    return score >= low ? Level.LOW : Level.MINIMAL;
  }

  /** With a weight for every indicator, refused when something in it cannot be. */
  Rules checked() {
    if (!(0 < low && low < medium && medium < high && high <= 100)) {
      throw refused("low, medium and high rise from above 0 to at most 100");
    }
    if (!(bonus >= 0 && bonus <= MOST_BONUS)) {
      throw refused("bonus is 0 to 30, not " + bonus);
    }
    weights.forEach(Rules::check);
    Map<String, Weight> all = shipped();
    all.putAll(weights);
    return new Rules(low, medium, high, bonus, all);
  }

  private static void check(String name, Weight weight) {
    if (Indicator.named(name).isEmpty()) {
      throw refused("there is no indicator " + name);
    }
    if (!(Math.abs(weight.points()) <= 100)) {
      throw refused(name + " has " + weight.points() + " points, not -100 to 100");
    }
    if (!(weight.bound() > 0 && weight.bound() <= 1e9)) {
      throw refused(name + " has the bound " + weight.bound() + ", not above 0");
    }
  }

  private static Problem refused(String rule) {
    return Problem.caller("fraud_rules_unfit", rule);
  }

  private static Map<String, Weight> shipped() {
    Map<String, Weight> weights = new LinkedHashMap<>();
    for (Indicator indicator : Indicator.values()) {
      weights.put(indicator.wireName(), new Weight(indicator.points(), indicator.bound()));
    }
    return weights;
  }
}
