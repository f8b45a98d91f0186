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
 * @param margin in place of an effect: how much worse a guardrail may be at most, above 0, on the
 *     scale. It is shown not to be worse by that much when it is not worse at all, by a one-sided
 *     test whose level is not shared by the comparisons
 * @param guardrails tests of guardrails that have to succeed beside this one, 0 when absent. The
 *     chance to miss is shared by all of them, so that the decision as a whole has the power asked
 *     for (Schultzberg, Ankargren, Frånberg 2024, arXiv 2402.11609)
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
    @Nullable Double margin,
    @Nullable Integer guardrails,
    @Nullable String scale,
    @Nullable Double power,
    @Nullable Double level,
    @Nullable String alternative,
    @Nullable List<Double> split,
    @Nullable Double units,
    @Nullable Double dailyUnits,
    @Nullable Boolean sequential,
    @Nullable Double tuning) {}
