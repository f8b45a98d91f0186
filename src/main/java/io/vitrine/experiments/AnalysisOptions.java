package io.vitrine.experiments;

import io.vitrine.experiments.stats.GroupSequential;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What single methods need beside the arms.
 *
 * @param rate known rate of a one-sample test
 * @param margin of a test that the variant is not inferior, above 0, on the scale
 * @param higherIsBetter for that test; true when absent
 * @param tuning units of both arms at which a sequential interval is narrowest, best the planned
 *     ones; 5000 when absent
 * @param burnIn orders in each arm before a sequential test says anything; 50 when absent
 * @param looks units of both arms at each planned look so far, for group_sequential
 * @param plannedUnits of both arms at the end
 * @param spending power or obrien_fleming
 * @param priorAlpha of a beta prior; 0.5 when absent
 * @param priorBeta of a beta prior; 0.5 when absent
 * @param priorMean of a normal prior of the effect; 0 when absent
 * @param priorDeviation of it; without it the prior says nothing
 */
record AnalysisOptions(
    @Nullable Double rate,
    @Nullable Double margin,
    @Nullable Boolean higherIsBetter,
    @Nullable Double tuning,
    @Nullable Long burnIn,
    @Nullable List<Long> looks,
    @Nullable Long plannedUnits,
    @Nullable String spending,
    @Nullable Double priorAlpha,
    @Nullable Double priorBeta,
    @Nullable Double priorMean,
    @Nullable Double priorDeviation) {

  static final AnalysisOptions NONE =
      new AnalysisOptions(null, null, null, null, null, null, null, null, null, null, null, null);

  /** Shares of the plan at the looks so far. */
  double[] shares() {
    List<Long> all = Wire.given(looks, "options.looks");
    long planned = Wire.given(plannedUnits, "options.planned_units");
    double end = (double) (all.isEmpty() ? planned : Math.max(all.getLast(), planned));
    return all.stream().mapToDouble(units -> units / end).toArray();
  }

  GroupSequential.Spending spendingFunction() {
    return Wire.word(
        GroupSequential.Spending.class,
        "options.spending",
        spending,
        GroupSequential.Spending.POWER);
  }
}
