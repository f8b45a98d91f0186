package io.vitrine.experiments;

import io.vitrine.experiments.AnalysisResult.Comparison;
import io.vitrine.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variant beside control in one outcome.
 *
 * @param control its statistics
 * @param variant its statistics
 * @param rule how the experiment is read
 * @param tuning units of both at which the interval that may be looked at any time is narrowest
 */
record Pair(ArmStatistics control, ArmStatistics variant, DecisionRule rule, double tuning) {

  /**
   * What a comparison found, and on which scale.
   *
   * @param comparison null when nothing could be compared
   * @param refusal why not; null when it could
   */
  record Told(@Nullable Comparison comparison, String scale, @Nullable String refusal) {}

  /**
   * Compares on the first scale that there is an answer on: a lift over nothing is none, and a
   * logarithm needs means above zero.
   */
  Told compare(Method method, List<String> scales, double confidence) {
    Problem refusal = null;
    for (String scale : scales) {
      try {
        return new Told(analyse(method, scale, confidence), scale, null);
      } catch (Problem refused) {
        refusal = refused;
      }
    }
    return new Told(null, scales.getLast(), refusal == null ? "no_scale" : refusal.code());
  }

  private Comparison analyse(Method method, String scale, double confidence) {
    AnalysisOptions options =
        new AnalysisOptions(
            null,
            method == Method.NOT_INFERIOR ? (Double) rule.margin() : null,
            !control.outcome().lessIsBetter(),
            Math.max(1, tuning),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    AnalysisForm form =
        new AnalysisForm(
            Wire.write(control.kind(isAdjusted())),
            List.of(control.form(isAdjusted()), variant.form(isAdjusted())),
            Wire.write(method),
            null,
            scale,
            confidence,
            null,
            null,
            options);
    return Analysis.of(form).comparisons().getFirst();
  }

  /**
   * Whether what visitors did before is taken out (CUPED). A ratio needs a past in both variants:
   * it is divided by it.
   */
  boolean isAdjusted() {
    boolean past =
        switch (control.outcome().kind()) {
          case SHARE, MEAN -> control.hasPast() || variant.hasPast();
          case RATIO -> control.hasPast() && variant.hasPast();
          case QUANTILE -> false;
        };
    return past && rule.daysBefore() > 0 && Math.min(control.visitors(), variant.visitors()) > 1;
  }

  /** The same without what visitors did before, to tell how much it helped. */
  Pair unadjusted() {
    DecisionRule plain =
        new DecisionRule(
            rule.look(),
            rule.looks(),
            rule.confidence(),
            rule.effect(),
            rule.margin(),
            0,
            rule.cap());
    return new Pair(control, variant, plain, tuning);
  }
}
