package io.vitrine.experiments;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.experiments.stats.AdjustedSample;
import io.vitrine.experiments.stats.Arm;
import io.vitrine.experiments.stats.PairedRatio;
import io.vitrine.experiments.stats.PairedSample;
import io.vitrine.experiments.stats.Proportion;
import io.vitrine.experiments.stats.QuantileSample;
import io.vitrine.experiments.stats.RatioSample;
import io.vitrine.experiments.stats.Sample;
import io.vitrine.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One arm's sufficient statistics as JSON. Variances have n - 1 below the line.
 *
 * @param name of the arm; its place when absent
 * @param count units (trials, visitors)
 * @param successes of a proportion
 * @param mean of a value per unit, or above the line of a ratio
 * @param variance of that value
 * @param sum instead of mean and variance, with {@code sum_of_squares}
 * @param sumOfSquares of the values
 * @param denominatorMean below the line of a ratio
 * @param denominatorVariance of it
 * @param covariance of a ratio's two values
 * @param quantile the quantile's value
 * @param quantileLow order statistic at its lower rank
 * @param quantileHigh order statistic at its upper rank
 * @param ranked values among which the ranks were taken; count when absent
 * @param clustering variance of the share below the quantile over that of independent values; 1
 *     when absent
 * @param beforeMean of the covariate (CUPED), above the line of a ratio
 * @param beforeVariance of it
 * @param beforeCovariance of it and the value, above the line of a ratio
 * @param beforeDenominatorMean below the line of a ratio's covariate
 * @param beforeDenominatorVariance of it
 * @param beforeOwnCovariance of the covariate's two values
 * @param beforeDenominatorCovariance of what stands below both lines
 * @param aboveBeforeBelowCovariance of the value above the line and the covariate below it
 * @param belowBeforeAboveCovariance of the value below the line and the covariate above it
 * @param orders with a value other than zero, for the burn-in of a sequential test
 */
@Schema(name = "ArmStatistics")
record ArmForm(
    @Nullable String name,
    @Nullable Long count,
    @Nullable Long successes,
    @Nullable Double mean,
    @Nullable Double variance,
    @Nullable Double sum,
    @Nullable Double sumOfSquares,
    @Nullable Double denominatorMean,
    @Nullable Double denominatorVariance,
    @Nullable Double covariance,
    @Nullable Double quantile,
    @Nullable Double quantileLow,
    @Nullable Double quantileHigh,
    @Nullable Long ranked,
    @Nullable Double clustering,
    @Nullable Double beforeMean,
    @Nullable Double beforeVariance,
    @Nullable Double beforeCovariance,
    @Nullable Double beforeDenominatorMean,
    @Nullable Double beforeDenominatorVariance,
    @Nullable Double beforeOwnCovariance,
    @Nullable Double beforeDenominatorCovariance,
    @Nullable Double aboveBeforeBelowCovariance,
    @Nullable Double belowBeforeAboveCovariance,
    @Nullable Long orders) {

  /** The arms as the statistics know them, adjusted when every one has a covariate. */
  static List<Arm> read(Kind kind, List<ArmForm> forms) {
    long adjusted = forms.stream().filter(form -> form.beforeMean != null).count();
    if (adjusted == 0) {
      return forms.stream().map(form -> form.arm(kind)).toList();
    }
    if (adjusted < forms.size() || kind == Kind.PROPORTION || kind == Kind.QUANTILE) {
      throw Problem.caller(
          "covariate_of_some",
          "a covariate is given for the mean or ratio of every arm or for none");
    }
    List<AdjustedSample> arms =
        Wire.answered(
            "arms",
            () ->
                kind == Kind.MEAN
                    ? PairedSample.adjust(forms.stream().map(ArmForm::paired).toList())
                    : PairedRatio.adjust(forms.stream().map(ArmForm::pairedRatio).toList()));
    return List.copyOf(arms);
  }

  /** The same arm under a name. */
  ArmForm named(String given) {
    return new ArmMaker(this).named(given).make();
  }

  private Arm arm(Kind kind) {
    return Wire.answered(
        place(),
        () ->
            switch (kind) {
              case PROPORTION -> proportion();
              case MEAN -> sample();
              case RATIO -> ratio();
              case QUANTILE -> quantileSample();
            });
  }

  Proportion proportion() {
    return new Proportion(need(successes, "successes"), units());
  }

  private Sample sample() {
    if (sum != null) {
      return Sample.ofSums(units(), sum, need(sumOfSquares, "sum_of_squares"));
    }
    return new Sample(units(), need(mean, "mean"), need(variance, "variance"));
  }

  private RatioSample ratio() {
    return new RatioSample(
        units(),
        need(mean, "mean"),
        need(denominatorMean, "denominator_mean"),
        need(variance, "variance"),
        need(denominatorVariance, "denominator_variance"),
        need(covariance, "covariance"));
  }

  private QuantileSample quantileSample() {
    return QuantileSample.ofBounds(
        units(),
        need(quantile, "quantile"),
        need(quantileLow, "quantile_low"),
        need(quantileHigh, "quantile_high"),
        Wire.or(ranked, units()),
        Wire.or(clustering, 1.0));
  }

  private PairedSample paired() {
    return Wire.answered(
        place(),
        () ->
            new PairedSample(
                sample(),
                new Sample(
                    units(),
                    need(beforeMean, "before_mean"),
                    need(beforeVariance, "before_variance")),
                need(beforeCovariance, "before_covariance")));
  }

  private PairedRatio pairedRatio() {
    return Wire.answered(
        place(),
        () ->
            new PairedRatio(
                ratio(),
                new RatioSample(
                    units(),
                    need(beforeMean, "before_mean"),
                    need(beforeDenominatorMean, "before_denominator_mean"),
                    need(beforeVariance, "before_variance"),
                    need(beforeDenominatorVariance, "before_denominator_variance"),
                    need(beforeOwnCovariance, "before_own_covariance")),
                need(beforeCovariance, "before_covariance"),
                need(aboveBeforeBelowCovariance, "above_before_below_covariance"),
                need(belowBeforeAboveCovariance, "below_before_above_covariance"),
                need(beforeDenominatorCovariance, "before_denominator_covariance")));
  }

  long units() {
    long units = need(count, "count");
    if (units < 0) {
      throw Problem.caller("count_negative", place() + ": count is 0 or more, not " + units);
    }
    return units;
  }

  String place() {
    return "arm " + Wire.or(name, "?");
  }

  private <T> T need(@Nullable T value, String member) {
    return Wire.given(value, place() + ": " + member);
  }
}
