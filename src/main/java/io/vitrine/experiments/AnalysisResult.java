package io.vitrine.experiments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of comparing arms.
 *
 * @param kind as asked
 * @param method as used
 * @param alternative as used
 * @param scale of estimates and intervals
 * @param confidence of the intervals before correction
 * @param correction of several comparisons
 * @param arms as they were read
 * @param comparisons of each arm with the first one
 * @param sampleRatio test of the split; null without planned shares
 */
record AnalysisResult(
    String kind,
    String method,
    String alternative,
    String scale,
    double confidence,
    String correction,
    List<ArmResult> arms,
    List<Comparison> comparisons,
    @Nullable SampleRatioResult sampleRatio) {

  /**
   * An arm.
   *
   * @param mean rate, mean, ratio or quantile; null without units
   * @param standardError of it; null when it is not known
   */
  record ArmResult(
      String name, long count, @Nullable Double mean, @Nullable Double standardError) {}

  /**
   * One arm beside control. Numbers that a method does not give, and open ends, are null.
   *
   * @param estimate effect on the scale
   * @param low lower end
   * @param high upper end
   * @param confidence of this interval: with a correction it is the one that agrees with it
   * @param standardError of the effect
   * @param statistic of the test
   * @param degreesOfFreedom null for the normal distribution
   * @param pValue before correction
   * @param adjustedPValue after it
   * @param significant adjusted p value at or under 1 - confidence, or beyond the bound of this
   *     look; null for posteriors
   * @param bound of a group sequential test at the last look, in standard errors
   * @param chanceToWin posterior chance that the arm beats control
   * @param expectedLoss of taking the arm
   * @param expectedLossOfControl of staying with control
   * @param cohensH of two proportions
   * @param withheld why nothing is said: burn_in while an arm has too few orders; else null
   */
  record Comparison(
      String name,
      @Nullable Double estimate,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double confidence,
      @Nullable Double standardError,
      @Nullable Double statistic,
      @Nullable Double degreesOfFreedom,
      @JsonProperty("p_value") @Nullable Double pValue,
      @JsonProperty("adjusted_p_value") @Nullable Double adjustedPValue,
      @Nullable Boolean significant,
      @Nullable Double bound,
      @Nullable Double chanceToWin,
      @Nullable Double expectedLoss,
      @Nullable Double expectedLossOfControl,
      @JsonProperty("cohens_h") @Nullable Double cohensH,
      @Nullable String withheld) {}

  /**
   * Whether units were split as planned.
   *
   * @param statistic Pearson's chi-square
   * @param pValue of it, for one look
   * @param alwaysValidPValue for looking every day
   * @param alarm always valid p value under 0.001
   */
  record SampleRatioResult(
      double statistic,
      @JsonProperty("p_value") double pValue,
      @JsonProperty("always_valid_p_value") double alwaysValidPValue,
      boolean alarm) {}
}
