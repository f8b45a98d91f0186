package io.vitrine.experiments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planned test.
 *
 * @param effect absolute, or the margin in its place; null when none was given
 * @param relativeEffect effect / baseline
 * @param power that was asked for
 * @param testPower that each test needs so that all of them together have it; the same without
 *     guardrails
 * @param level of each comparison after sharing it
 * @param requiredUnits of all arms together for the effect; null without one
 * @param requiredPerArm the same for each arm, rounded up
 * @param requiredDays at the daily units, rounded up; null without them
 * @param achievedPower of the units given for the effect given; null without both
 * @param powerAtAnyLook of a sequential test: chance to find the effect at one look or another, of
 *     one a day (100 at most) or of 50 without daily units, until the units given or else those
 *     required. Of 20,000 simulated paths, so known to 0.4 points; null for other tests
 * @param smallestEffect absolute, that the units given find; null without units or when none does
 * @param smallestRelativeEffect the same / baseline
 * @param days that the units given take
 * @param curve power and smallest effect by units
 */
record PlanResult(
    @Nullable Double effect,
    @Nullable Double relativeEffect,
    double power,
    double testPower,
    double level,
    @Nullable Double requiredUnits,
    @Nullable List<Long> requiredPerArm,
    @Nullable Long requiredDays,
    @Nullable Double achievedPower,
    @Nullable Double powerAtAnyLook,
    @Nullable Double smallestEffect,
    @Nullable Double smallestRelativeEffect,
    @Nullable Long days,
    List<PlanPoint> curve) {

  /**
   * A point of the power curve.
   *
   * @param units of all arms
   * @param power for the effect; null without one
   * @param smallestRelativeEffect found with the power asked for; null when none is
   */
  record PlanPoint(long units, @Nullable Double power, @Nullable Double smallestRelativeEffect) {}
}
