package io.vitrine.experiments;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.experiments.AnalysisResult.Comparison;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an experiment so far.
 *
 * @param key of the experiment
 * @param since its start, or the first day looked at
 * @param days since then, the first one counted
 * @param rule how it is read
 * @param arms control first
 * @param plannedUnits of all variants; null when not planned
 * @param visitors of all variants
 * @param unknown visitors whose first variant the definition does not have
 * @param crossing visitors who saw several variants
 * @param split whether units were split as planned
 * @param outcomes the primary one first
 * @param course of the primary outcome, day by day, all so far
 * @param looks of a group sequential test; empty for others
 * @param power of the primary outcome so far; null while nothing is known
 * @param peeking whether it is too early to decide by the rule
 * @param verdict in one word
 * @param best variant that the verdict is about; null without one
 * @param harmed guardrails that are not shown to be safe, of that variant
 * @param worth of that variant in money; null while it cannot be told
 */
record ExperimentResult(
    String key,
    Instant since,
    long days,
    DecisionRule rule,
    List<ArmCount> arms,
    @Nullable Long plannedUnits,
    long visitors,
    long unknown,
    Crossing crossing,
    Split split,
    List<OutcomeResult> outcomes,
    List<CourseDay> course,
    List<Look> looks,
    @Nullable Power power,
    boolean peeking,
    Verdict verdict,
    @Nullable String best,
    List<String> harmed,
    @Nullable Worth worth) {

  /** What is said of an experiment. */
  enum Verdict {
    /** Nobody was exposed yet. */
    EMPTY,
    /** Units were not split as planned: nothing else is to be trusted. */
    SPLIT_OFF,
    /** Too few buyers in an arm. */
    TOO_EARLY,
    /** The rule looks once, and that is not now. */
    WAITING,
    /** A variant is better and no guardrail stands against it. */
    BETTER,
    /** A variant is better, but a guardrail is not shown to be safe. */
    BETTER_BUT,
    /** A variant is worse. */
    WORSE,
    /** Nothing stands out. */
    OPEN
  }

  /**
   * A variant's visitors.
   *
   * @param visitors exposed to it first
   * @param share planned
   */
  record ArmCount(String variant, long visitors, double share) {}

  /**
   * Visitors who saw several variants; they count for the first.
   *
   * @param visitors how many
   * @param without primary outcome of each variant when they are left out; empty when there are
   *     none
   */
  @Schema(name = "ExperimentCrossing")
  record Crossing(long visitors, List<Beside> without) {

    /** A variant without them, with the scale of estimate and interval. */
    @Schema(name = "CrossingComparison")
    record Beside(String variant, @Nullable Comparison comparison, String scale) {}
  }

  /**
   * Whether units were split as planned.
   *
   * @param pValue Pearson's chi-square, for one look
   * @param alwaysPValue for looking every day
   * @param alarm always valid p value under 0.001
   * @param broken where the split is off, the clearest first; only with an alarm
   */
  @Schema(name = "ExperimentSplit")
  record Split(
      @JsonProperty("p_value") double pValue,
      @JsonProperty("always_p_value") double alwaysPValue,
      boolean alarm,
      List<Broken> broken) {}

  /**
   * A segment whose split is off.
   *
   * @param dimension device, country, channel or visitor_kind
   * @param segment value of it; null for not known
   * @param visitors in each variant
   * @param expected in each variant by the planned shares
   * @param pValue of its split, corrected by Holm over all segments
   */
  @Schema(name = "ExperimentBroken")
  record Broken(
      String dimension,
      @Nullable String segment,
      List<Long> visitors,
      List<Double> expected,
      @JsonProperty("p_value") double pValue) {}

  /**
   * The primary outcome up to the end of a day.
   *
   * @param visitors of the variant and control so far
   * @param lift estimate
   * @param low plain interval, right at one look
   * @param high its upper end
   * @param alwaysLow interval that holds at every look; null before 50 buyers in each arm
   * @param alwaysHigh its upper end
   */
  @Schema(name = "ExperimentDay")
  record CourseDay(
      LocalDate day,
      String variant,
      long visitors,
      @Nullable Double lift,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double alwaysLow,
      @Nullable Double alwaysHigh) {}

  /**
   * A planned look of a group sequential test.
   *
   * @param units of all variants at which it was planned
   * @param day when they were reached; null when they were not yet
   * @param variant that is compared with control
   * @param statistic in standard errors
   * @param bound that it has to pass
   * @param crossed whether it did
   */
  @Schema(name = "ExperimentLook")
  record Look(
      int look,
      long units,
      @Nullable LocalDate day,
      String variant,
      @Nullable Double statistic,
      @Nullable Double bound,
      boolean crossed) {}

  /**
   * What the test could find.
   *
   * @param effect relative change that matters
   * @param now chance to find it with the visitors so far
   * @param planned chance to find it with the planned ones; null without a plan
   * @param smallest relative change found with a chance of 80 % with the visitors so far; null when
   *     there is none
   * @param needed visitors of all variants together that find the relative change that matters with
   *     a chance of 80 %; null when no number does
   */
  @Schema(name = "ExperimentPower")
  record Power(
      double effect,
      double now,
      @Nullable Double planned,
      @Nullable Double smallest,
      @Nullable Long needed) {}

  /**
   * The difference in revenue per visitor, by the interval that the rule decides by.
   *
   * @param perThousand visitors, in the shop's currency
   * @param perMonth with as many exposed visitors a day as so far, all of them given the variant,
   *     30 days
   */
  @Schema(name = "ExperimentWorth")
  record Worth(String variant, Range perThousand, Range perMonth) {}

  /** An amount with its interval. */
  @Schema(name = "ExperimentRange")
  record Range(double estimate, double low, double high) {

    static Range of(double estimate, double low, double high, double factor) {
      return new Range(estimate * factor, low * factor, high * factor);
    }
  }
}
