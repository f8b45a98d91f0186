package io.vitrine.experiments;

import io.vitrine.experiments.AnalysisResult.Comparison;
import io.vitrine.experiments.DecisionRule.Look;
import io.vitrine.experiments.ExperimentResult.Range;
import io.vitrine.experiments.ExperimentResult.Verdict;
import io.vitrine.experiments.ExperimentResult.Worth;
import io.vitrine.experiments.OutcomeResult.Beside;
import io.vitrine.model.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an experiment, by one rule: a split that is off comes before all else; then the
 * primary outcome decides by the comparison that its rule names and by no other; a better variant
 * is held up by each guardrail that is not shown to be safe.
 *
 * @param verdict in one word
 * @param best variant that it is about
 * @param harmed guardrails that hold it up
 * @param peeking whether it is too early to decide by the rule
 */
record Judgement(Verdict verdict, @Nullable String best, List<String> harmed, boolean peeking) {

  private static final double DAYS_A_MONTH = 30;
  private static final double THOUSAND = 1000;

  /** A variant that stands out, with its effect where better is above zero. */
  private record Standing(String variant, double gain) {}

  static Judgement of(
      Experiment experiment,
      List<OutcomeResult> outcomes,
      List<ExperimentResult.Look> looks,
      boolean splitOff,
      long visitors) {
    Look look = experiment.rule().look();
    boolean early =
        look == Look.FIXED
            && experiment.plannedUnits() != null
            && visitors < experiment.plannedUnits();
    if (visitors == 0) {
      return new Judgement(Verdict.EMPTY, null, List.of(), early);
    }
    if (splitOff) {
      return new Judgement(Verdict.SPLIT_OFF, null, List.of(), early);
    }
    if (early) {
      return new Judgement(Verdict.WAITING, null, List.of(), true);
    }
    return decided(look, outcomes, looks);
  }

  private static Judgement decided(
      Look look, List<OutcomeResult> outcomes, List<ExperimentResult.Look> looks) {
    OutcomeResult primary = outcomes.getFirst();
    boolean unheard = primary.comparisons().stream().allMatch(one -> nothingSaid(look, one, looks));
    if (unheard) {
      return new Judgement(
          look == Look.GROUP_SEQUENTIAL ? Verdict.WAITING : Verdict.TOO_EARLY,
          null,
          List.of(),
          false);
    }
    return primary.comparisons().stream()
        .flatMap(one -> standing(look, primary, one, looks).stream())
        .max(Comparator.comparingDouble(Standing::gain))
        .map(best -> about(best, outcomes))
        .orElse(new Judgement(Verdict.OPEN, null, List.of(), false));
  }

  private static boolean nothingSaid(Look look, Beside one, List<ExperimentResult.Look> looks) {
    if (look == Look.GROUP_SEQUENTIAL) {
      return looks.stream()
          .noneMatch(at -> at.variant().equals(one.variant()) && at.statistic() != null);
    }
    Comparison decides = decides(look, one);
    return decides == null || decides.estimate() == null;
  }

  private static @Nullable Comparison decides(Look look, Beside one) {
    return look == Look.ALWAYS_VALID ? one.always() : one.fixed();
  }

  private static Optional<Standing> standing(
      Look look, OutcomeResult primary, Beside one, List<ExperimentResult.Look> looks) {
    double sign = primary.lessIsBetter() ? -1 : 1;
    if (look == Look.GROUP_SEQUENTIAL) {
      return looks.stream()
          .filter(at -> at.variant().equals(one.variant()) && at.crossed())
          .map(at -> new Standing(one.variant(), sign * Wire.or(at.statistic(), 0.0)))
          .findFirst();
    }
    Comparison decides = decides(look, one);
    return decides != null && Boolean.TRUE.equals(decides.significant())
        ? Optional.of(new Standing(one.variant(), sign * Results.size(decides)))
        : Optional.empty();
  }

  private static Judgement about(Standing best, List<OutcomeResult> outcomes) {
    if (best.gain() < 0) {
      return new Judgement(Verdict.WORSE, best.variant(), List.of(), false);
    }
    List<String> harmed =
        outcomes.stream()
            .filter(one -> one.role().equals("guardrail"))
            .filter(one -> !isSafe(one.beside(best.variant())))
            .map(OutcomeResult::outcome)
            .toList();
    return new Judgement(
        harmed.isEmpty() ? Verdict.BETTER : Verdict.BETTER_BUT, best.variant(), harmed, false);
  }

  private static boolean isSafe(@Nullable Beside beside) {
    return beside != null && "safe".equals(beside.state());
  }

  /** Revenue per visitor of the variant spoken of, or else of the first one. */
  @Nullable Worth worth(List<OutcomeResult> outcomes, long visitors, long days) {
    return outcomes.stream()
        .filter(one -> one.outcome().equals(Outcome.REVENUE_PER_VISITOR.wireName()))
        .flatMap(one -> one.comparisons().stream())
        .filter(one -> best == null || one.variant().equals(best))
        .findFirst()
        .map(one -> worth(one, (double) visitors / days))
        .orElse(null);
  }

  private static @Nullable Worth worth(Beside one, double visitorsADay) {
    Comparison difference = one.difference();
    if (difference == null
        || difference.estimate() == null
        || difference.low() == null
        || difference.high() == null) {
      return null;
    }
    double estimate = Objects.requireNonNull(difference.estimate());
    double low = Objects.requireNonNull(difference.low());
    double high = Objects.requireNonNull(difference.high());
    return new Worth(
        one.variant(),
        Range.of(estimate, low, high, THOUSAND),
        Range.of(estimate, low, high, visitorsADay * DAYS_A_MONTH));
  }
}
