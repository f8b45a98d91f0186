package io.vitrine.experiments;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.experiments.stats.QuantileSample;
import org.jspecify.annotations.Nullable;

/**
 * A quantile of an arm's values.
 *
 * @param quantile the quantile's value
 * @param quantileLow order statistic at its lower rank
 * @param quantileHigh order statistic at its upper rank
 * @param ranked values among which the ranks were taken; count when absent
 * @param clustering variance of the share below the quantile over that of independent values; 1
 *     when absent
 */
@Schema(name = "ArmQuantile")
record ArmQuantile(
    @Nullable Double quantile,
    @Nullable Double quantileLow,
    @Nullable Double quantileHigh,
    @Nullable Long ranked,
    @Nullable Double clustering) {

  static final ArmQuantile NONE = new ArmQuantile(null, null, null, null, null);

  QuantileSample sample(ArmForm arm) {
    return QuantileSample.ofBounds(
        arm.units(),
        arm.need(quantile, "quantile"),
        arm.need(quantileLow, "quantile_low"),
        arm.need(quantileHigh, "quantile_high"),
        Wire.or(ranked, arm.units()),
        Wire.or(clustering, 1.0));
  }
}
