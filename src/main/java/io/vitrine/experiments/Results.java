package io.vitrine.experiments;

import io.vitrine.experiments.AnalysisResult.Comparison;
import io.vitrine.experiments.ExperimentResult.ArmCount;
import io.vitrine.experiments.ExperimentResult.Crossing;
import io.vitrine.experiments.ExperimentResult.Split;
import io.vitrine.experiments.OutcomeResult.ArmFigure;
import io.vitrine.experiments.OutcomeResult.Beside;
import io.vitrine.experiments.stats.Correction;
import io.vitrine.model.Dimension;
import io.vitrine.model.Outcome;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what came of experiments from exposures, orders and sessions. */
@Component
class Results {

  /** Segments shown; the rest have few visitors each. */
  private static final int MOST_SEGMENTS = 20;

  private final Asking asking;
  private final Splits splits;

  Results(Asking asking, Splits splits) {
    this.asking = asking;
    this.splits = splits;
  }

  ExperimentResult of(Experiment experiment) {
    return new Reading(experiment).result();
  }

  /**
   * The primary outcome by segments, corrected by Holm over all segments and variants. Segments are
   * small, so lifts are counted on the log ratio, where none ends below nothing at all.
   *
   * @throws Problem for a dimension that there are no segments by
   */
  SegmentResults segments(Experiment experiment, Dimension by) {
    if (!Splits.DIMENSIONS.contains(by)) {
      throw Problem.caller(
          "segments_by",
          "segments are by device, country, channel or visitor_kind, not " + by.wireName());
    }
    Outcome primary = Asking.primary(experiment);
    List<ArmStatistics> rows = asking.by(experiment, primary, by);
    List<List<ArmStatistics>> segments = Splits.segments(rows, names(experiment), primary);
    List<List<ArmStatistics>> shown =
        segments.stream()
            .sorted(
                java.util.Comparator.comparingLong(Results::visitors)
                    .reversed()
                    .thenComparing(arms -> String.valueOf(Splits.segment(arms))))
            .limit(MOST_SEGMENTS)
            .toList();
    List<Pair> pairs = shown.stream().flatMap(arms -> pairs(experiment, arms).stream()).toList();
    Family family = new Family(pairs, Correction.HOLM, experiment.rule().level());
    List<Pair.Told> told = family.by(Method.WELCH, Family.LIFT);
    int others = experiment.variants().size() - 1;
    return new SegmentResults(
        by.wireName(),
        primary.wireName(),
        segments.size() - shown.size(),
        IntStream.range(0, shown.size())
            .mapToObj(
                at ->
                    SegmentResults.Segment.of(
                        shown.get(at), told.subList(at * others, (at + 1) * others)))
            .toList());
  }

  private static long visitors(List<ArmStatistics> arms) {
    return arms.stream().mapToLong(ArmStatistics::visitors).sum();
  }

  private static List<String> names(Experiment experiment) {
    return experiment.variants().stream().map(Experiment.Variant::name).toList();
  }

  private static List<Pair> pairs(Experiment experiment, List<ArmStatistics> arms) {
    List<Pair> pairs = new ArrayList<>();
    for (int variant = 1; variant < arms.size(); variant++) {
      pairs.add(
          new Pair(
              arms.getFirst(), arms.get(variant), experiment.rule(), tuning(experiment, variant)));
    }
    return pairs;
  }

  /** Planned units of control and a variant. */
  static double tuning(Experiment experiment, int variant) {
    if (experiment.plannedUnits() == null) {
      return 5000;
    }
    double all = experiment.variants().stream().mapToDouble(Experiment.Variant::share).sum();
    double both = experiment.control().share() + experiment.variants().get(variant).share();
    return Math.max(1, experiment.plannedUnits() * both / all);
  }

  /** One experiment, read from front to end. */
  private final class Reading {

    private final Experiment experiment;
    private final DecisionRule rule;
    private final Outcome primary;
    private final CompletableFuture<List<ArmStatistics>> days;
    private final List<ArmStatistics> rows;
    private final List<ArmStatistics> arms;
    private final long visitors;

    Reading(Experiment experiment) {
      this.experiment = experiment;
      this.rule = experiment.rule();
      this.primary = Asking.primary(experiment);
      List<Outcome> asked = new ArrayList<>(List.of(primary));
      asked.addAll(Asking.secondary(experiment));
      asked.addAll(Asking.guardrails(experiment));
      if (!asked.contains(Outcome.REVENUE_PER_VISITOR)) {
        asked.add(Outcome.REVENUE_PER_VISITOR);
      }
      // Asked beside the whole, which takes about as long.
      this.days =
          CompletableFuture.supplyAsync(this::byDay, task -> Thread.ofPlatform().start(task));
      this.rows = asking.all(experiment, asked);
      // Whoever was exposed has a revenue, if only of nothing; not so a response time.
      this.arms = arms(Outcome.REVENUE_PER_VISITOR);
      this.visitors = visitors(arms);
    }

    private List<ArmStatistics> arms(Outcome outcome) {
      return ArmStatistics.inOrder(rows, names(experiment), outcome);
    }

    /** A quantile is not cumulated by day. */
    private List<ArmStatistics> byDay() {
      return primary.kind() == Outcome.Kind.QUANTILE
          ? List.of()
          : asking.by(experiment, primary, Dimension.DAY);
    }

    ExperimentResult result() {
      List<OutcomeResult> outcomes = outcomes();
      Course course =
          primary.kind() == Outcome.Kind.QUANTILE
              ? Course.NONE
              : Course.of(experiment, joined(days), asking.period(experiment.key()));
      Split split = splits.of(experiment, arms);
      Judgement judgement =
          Judgement.of(experiment, outcomes, course.looks(), split.alarm(), visitors);
      Period period = asking.period(experiment.key());
      return new ExperimentResult(
          experiment.key(),
          asking.since(experiment.key()),
          period.days(),
          rule,
          IntStream.range(0, arms.size()).mapToObj(this::count).toList(),
          experiment.plannedUnits(),
          visitors,
          unknown(),
          crossing(),
          split,
          outcomes,
          course.days(),
          course.looks(),
          PowerSoFar.of(experiment, arms(primary), visitors),
          judgement.peeking(),
          judgement.verdict(),
          judgement.best(),
          judgement.harmed(),
          judgement.worth(outcomes, visitors, period.days()));
    }

    private ArmCount count(int arm) {
      return new ArmCount(
          arms.get(arm).variant(),
          arms.get(arm).visitors(),
          experiment.variants().get(arm).share());
    }

    private long unknown() {
      List<String> known = names(experiment);
      return rows.stream()
          .filter(row -> row.outcome() == Outcome.REVENUE_PER_VISITOR)
          .filter(row -> !known.contains(row.variant()))
          .mapToLong(ArmStatistics::visitors)
          .sum();
    }

    private Crossing crossing() {
      long crossed = arms.stream().mapToLong(ArmStatistics::crossed).sum();
      if (crossed == 0) {
        return new Crossing(0, List.of());
      }
      List<ArmStatistics> others =
          ArmStatistics.inOrder(asking.uncrossed(experiment, primary), names(experiment), primary);
      List<Pair> pairs = pairs(experiment, others);
      List<Pair.Told> told =
          new Family(pairs, Correction.HOLM, rule.level()).by(Method.WELCH, Family.RELATIVE);
      return new Crossing(
          crossed,
          IntStream.range(0, pairs.size())
              .mapToObj(
                  at ->
                      new Crossing.Beside(
                          others.get(at + 1).variant(),
                          told.get(at).comparison(),
                          told.get(at).scale()))
              .toList());
    }

    private List<OutcomeResult> outcomes() {
      List<OutcomeResult> results =
          new ArrayList<>(results("primary", List.of(primary), Correction.HOLM));
      List<Outcome> secondary = Asking.secondary(experiment);
      List<Outcome> guardrails = Asking.guardrails(experiment);
      results.addAll(results("secondary", secondary, Correction.BENJAMINI_HOCHBERG));
      // A guardrail that is missed harms, so it is not made harder to hit.
      results.addAll(results("guardrail", guardrails, Correction.NONE));
      boolean worth =
          results.stream()
              .noneMatch(one -> one.outcome().equals(Outcome.REVENUE_PER_VISITOR.wireName()));
      if (worth) {
        results.addAll(results("worth", List.of(Outcome.REVENUE_PER_VISITOR), Correction.HOLM));
      }
      return results;
    }

    private List<OutcomeResult> results(
        String role, List<Outcome> outcomes, Correction correction) {
      List<Pair> pairs =
          outcomes.stream().flatMap(one -> pairs(experiment, arms(one)).stream()).toList();
      List<Beside> besides =
          new Besides(new Family(pairs, correction, rule.level()), role.equals("guardrail")).all();
      int others = experiment.variants().size() - 1;
      return IntStream.range(0, outcomes.size())
          .mapToObj(
              at -> result(role, outcomes.get(at), besides.subList(at * others, (at + 1) * others)))
          .toList();
    }

    private OutcomeResult result(String role, Outcome outcome, List<Beside> besides) {
      List<ArmStatistics> own = arms(outcome);
      return new OutcomeResult(
          outcome.wireName(),
          role,
          Wire.write(outcome.unit()),
          outcome.lessIsBetter(),
          outcome.formula(),
          own.stream().map(ArmFigure::of).toList(),
          besides,
          own.stream()
              .map(ArmStatistics::cap)
              .filter(java.util.Objects::nonNull)
              .findFirst()
              .orElse(null));
    }
  }

  /** What was asked beside, or its own refusal. */
  private static <T> T joined(CompletableFuture<T> asked) {
    try {
      return asked.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw failure;
    }
  }

  /** The estimate of a comparison, 0 where there is none. */
  static double size(@Nullable Comparison comparison) {
    return comparison == null ? 0 : Wire.or(comparison.estimate(), 0.0);
  }
}
