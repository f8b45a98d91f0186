package io.vitrine.experiments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test to plan, as JSON. With an effect the units are found, with units the smallest effect, with
 * both the power.
 *
 * @param kind proportion or mean
 * @param baseline control's rate or mean
 * @param variance of a unit's value, for a mean
 * @param effect that should be found; relative to the baseline unless {@code scale} says absolute
 * @param scale of the effect: relative (when absent) or absolute
 * @param power chance to find it, 0.8 when absent
 * @param level 0.05 when absent
 * @param alternative two_sided (when absent), greater or less
 * @param split share of each arm, control first; even halves when absent. The level is shared by
 *     the comparisons with control (Bonferroni), and the smallest variant counts
 * @param units of all arms together
 * @param dailyUnits units that enter all arms a day, for the duration
 * @param sequential whether the test is looked at all the time
 * @param tuning units at which a sequential interval is narrowest; the units, else 5000, when
 *     absent
 */
@Schema(name = "PlanRequest")
record PlanForm(
    @Nullable String kind,
    @Nullable Double baseline,
    @Nullable Double variance,
    @Nullable Double effect,
    @Nullable String scale,
    @Nullable Double power,
    @Nullable Double level,
    @Nullable String alternative,
    @Nullable List<Double> split,
    @Nullable Double units,
    @Nullable Double dailyUnits,
    @Nullable Boolean sequential,
    @Nullable Double tuning) {}
