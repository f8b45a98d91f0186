package io.vitrine.experiments;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.experiments.AnalysisResult.Comparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure of an experiment.
 *
 * @param outcome its name in the catalogue
 * @param role primary (decides), secondary, guardrail, or worth (revenue per visitor, for the
 *     verdict in money)
 * @param unit of the variants' figures
 * @param lessIsBetter which way is good
 * @param formula how it is counted, in English
 * @param arms control first
 * @param comparisons of every other variant with control
 * @param cap where amounts per visitor were cut; null when they were not
 */
record OutcomeResult(
    String outcome,
    String role,
    String unit,
    boolean lessIsBetter,
    String formula,
    List<ArmFigure> arms,
    List<Beside> comparisons,
    @Nullable Double cap) {

  /**
   * A variant's figure.
   *
   * @param visitors exposed to it first
   * @param positive of these, those whose figure is not zero
   * @param figure as measured, caps applied; null with nothing to divide by
   */
  record ArmFigure(String variant, long visitors, long positive, @Nullable Double figure) {

    static ArmFigure of(ArmStatistics arm) {
      return new ArmFigure(arm.variant(), arm.visitors(), arm.positive(), arm.figure());
    }
  }

  /**
   * A variant beside control.
   *
   * @param variant its name
   * @param fixed right once, at the planned end; corrected for the comparisons of its role
   * @param fixedScale relative, or absolute where control has nothing to be relative to
   * @param always right at every look; corrected likewise
   * @param alwaysScale log_ratio, or absolute where a mean is not above zero
   * @param difference absolute, by the interval that the rule decides by
   * @param posterior chance to win and expected loss, without a prior
   * @param notInferior of a guardrail: whether it is not worse by more than the margin, one look
   * @param state of a guardrail: safe, harmed or unclear, by the interval that the rule decides by
   * @param varianceLeft variance after taking out what visitors did before, as a share of that
   *     before; null where that is not done
   * @param refusal why nothing could be compared; null when something could
   */
  @Schema(name = "OutcomeComparison")
  record Beside(
      String variant,
      @Nullable Comparison fixed,
      String fixedScale,
      @Nullable Comparison always,
      String alwaysScale,
      @Nullable Comparison difference,
      @Nullable Comparison posterior,
      @Nullable Comparison notInferior,
      @Nullable String state,
      @Nullable Double varianceLeft,
      @Nullable String refusal) {}

  @Nullable Beside beside(String variant) {
    return comparisons.stream()
        .filter(one -> one.variant().equals(variant))
        .findFirst()
        .orElse(null);
  }
}
