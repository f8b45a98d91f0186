package io.vitrine.experiments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A planned test.
 *
 * @param effect absolute; null when none was given
 * @param relativeEffect effect / baseline
 * @param power that was asked for
 * @param level of each comparison after sharing it
 * @param requiredUnits of all arms together for the effect; null without one
 * @param requiredPerArm the same for each arm, rounded up
 * @param requiredDays at the daily units, rounded up; null without them
 * @param achievedPower of the units given for the effect given; null without both
 * @param smallestEffect absolute, that the units given find; null without units or when none does
 * @param smallestRelativeEffect the same / baseline
 * @param days that the units given take
 * @param curve power and smallest effect by units
 */
record PlanResult(
    @Nullable Double effect,
    @Nullable Double relativeEffect,
    double power,
    double level,
    @Nullable Double requiredUnits,
    @Nullable List<Long> requiredPerArm,
    @Nullable Long requiredDays,
    @Nullable Double achievedPower,
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
