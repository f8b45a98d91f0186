package io.vitrine.experiments;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.experiments.stats.PairedRatio;
import io.vitrine.experiments.stats.PairedSample;
import io.vitrine.experiments.stats.RatioSample;
import io.vitrine.experiments.stats.Sample;
import org.jspecify.annotations.Nullable;

/**
 * What an arm's units had before, the covariate of CUPED, and how it goes with what they have now.
 *
 * @param beforeMean of the covariate, above the line of a ratio
 * @param beforeVariance of it
 * @param beforeCovariance of it and the value, above the line of a ratio
 * @param beforeDenominatorMean below the line of a ratio's covariate
 * @param beforeDenominatorVariance of it
 * @param beforeOwnCovariance of the covariate's two values
 * @param beforeDenominatorCovariance of what stands below both lines
 * @param aboveBeforeBelowCovariance of the value above the line and the covariate below it
 * @param belowBeforeAboveCovariance of the value below the line and the covariate above it
 */
@Schema(name = "ArmPast")
record ArmPast(
    @Nullable Double beforeMean,
    @Nullable Double beforeVariance,
    @Nullable Double beforeCovariance,
    @Nullable Double beforeDenominatorMean,
    @Nullable Double beforeDenominatorVariance,
    @Nullable Double beforeOwnCovariance,
    @Nullable Double beforeDenominatorCovariance,
    @Nullable Double aboveBeforeBelowCovariance,
    @Nullable Double belowBeforeAboveCovariance) {

  static final ArmPast NONE = new ArmPast(null, null, null, null, null, null, null, null, null);

  static ArmPast ofMean(double mean, double variance, double covariance) {
    return new ArmPast(mean, variance, covariance, null, null, null, null, null, null);
  }

  boolean isKnown() {
    return beforeMean != null;
  }

  PairedSample paired(ArmForm arm, Sample now) {
    Sample before =
        new Sample(
            arm.units(),
            arm.need(beforeMean, "before_mean"),
            arm.need(beforeVariance, "before_variance"));
    return new PairedSample(now, before, arm.need(beforeCovariance, "before_covariance"));
  }

  PairedRatio paired(ArmForm arm, RatioSample now) {
    RatioSample before =
        new RatioSample(
            arm.units(),
            arm.need(beforeMean, "before_mean"),
            arm.need(beforeDenominatorMean, "before_denominator_mean"),
            arm.need(beforeVariance, "before_variance"),
            arm.need(beforeDenominatorVariance, "before_denominator_variance"),
            arm.need(beforeOwnCovariance, "before_own_covariance"));
    return new PairedRatio(
        now,
        before,
        arm.need(beforeCovariance, "before_covariance"),
        arm.need(aboveBeforeBelowCovariance, "above_before_below_covariance"),
        arm.need(belowBeforeAboveCovariance, "below_before_above_covariance"),
        arm.need(beforeDenominatorCovariance, "before_denominator_covariance"));
  }
}
