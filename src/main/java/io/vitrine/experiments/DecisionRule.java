package io.vitrine.experiments;

import io.vitrine.model.Problem;

/**
 * How an experiment is read, settled before it starts.
 *
 * @param look how often one may look
 * @param looks planned looks of a group sequential test, evenly over the planned units
 * @param confidence of every interval, such as 0.95
 * @param effect smallest relative change that matters, for the power
 * @param margin how much worse, relatively, a guardrail may be at most
 * @param daysBefore an exposure that count as the time before (CUPED); 0 for none
 * @param cap quantile of all variants' amounts other than zero at which amounts per visitor are cut
 */
record DecisionRule(
    Look look,
    int looks,
    double confidence,
    double effect,
    double margin,
    int daysBefore,
    double cap) {

  static final DecisionRule DEFAULT =
      new DecisionRule(Look.ALWAYS_VALID, 5, 0.95, 0.05, 0.05, 28, 0.99);

  /** How often one may look. */
  enum Look {
    /** Any time: the interval holds at every look at once. */
    ALWAYS_VALID,
    /** A few times that are planned. */
    GROUP_SEQUENTIAL,
    /** Once, when the planned units are reached. */
    FIXED
  }

  DecisionRule {
    rule(looks >= 1 && looks <= 50, "rule_looks", "looks are 1 to 50, not " + looks);
    rule(
        confidence > 0.5 && confidence < 1,
        "rule_confidence",
        "confidence lies between 0.5 and 1, not " + confidence);
    rule(effect > 0 && effect <= 10, "rule_effect", "effect is above 0, up to 10, not " + effect);
    rule(margin > 0 && margin <= 1, "rule_margin", "margin is above 0, up to 1, not " + margin);
    rule(
        daysBefore >= 0 && daysBefore <= 90,
        "rule_days_before",
        "days_before is 0 to 90, not " + daysBefore);
    rule(cap > 0.5 && cap <= 1, "rule_cap", "cap is above 0.5, up to 1, not " + cap);
  }

  private static void rule(boolean holds, String code, String message) {
    if (!holds) {
      throw Problem.caller(code, message);
    }
  }

  double level() {
    return 1 - confidence;
  }
}
