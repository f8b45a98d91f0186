package io.vitrine.experiments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an experiment so far.
 *
 * @param key of the experiment
 * @param since its start, or the first day looked at
 * @param days since then, the first one counted
 * @param arms control first
 * @param crossovers visitors who saw more than one variant; they count for the first
 * @param plannedUnits of all variants; null when not planned
 * @param fixed comparison for the planned end; null while an arm is empty or nothing varies
 * @param always comparison that may be looked at any time
 * @param splitPValue always valid p value of the planned split
 * @param splitAlarm whether units were not split as planned: nothing else is to be trusted then
 * @param peeking whether the planned units are not reached, so that the fixed comparison is too
 *     early to decide by
 * @param verdict empty, split_off, too_early, better, worse or open
 * @param best variant that the verdict is about; null without one
 */
record ExperimentResult(
    String key,
    Instant since,
    long days,
    List<ArmCount> arms,
    long crossovers,
    @Nullable Long plannedUnits,
    @Nullable AnalysisResult fixed,
    @Nullable AnalysisResult always,
    double splitPValue,
    boolean splitAlarm,
    boolean peeking,
    String verdict,
    @Nullable String best) {

  /**
   * A variant's visitors.
   *
   * @param visitors exposed to it first
   * @param converted of these, purchased at or after the exposure
   * @param share planned
   */
  record ArmCount(String variant, long visitors, long converted, double share) {}
}
