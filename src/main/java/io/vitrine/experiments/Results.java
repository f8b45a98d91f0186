package io.vitrine.experiments;

import io.vitrine.experiments.AnalysisResult.Comparison;
import io.vitrine.experiments.ExperimentResult.ArmCount;
import io.vitrine.experiments.stats.SampleRatio;
import io.vitrine.model.Answer;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Question;
import io.vitrine.store.Answers;
import io.vitrine.store.StoreSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what came of experiments from exposures and purchases. */
@Component
class Results {

  private static final double SPLIT_ALARM = 0.001;
  private static final double CONCENTRATION = 100;
  private static final int DAYS_WITHOUT_START = 60;
  private static final double TUNING = 5000;

  private final Answers answers;
  private final Experiments experiments;
  private final Clock clock;
  private final ZoneId zone;

  Results(Answers answers, Experiments experiments, Clock clock, StoreSettings settings) {
    this.answers = answers;
    this.experiments = experiments;
    this.clock = clock;
    this.zone = settings.zone();
  }

  ExperimentResult of(Experiment experiment) {
    LocalDate today = LocalDate.now(clock.withZone(zone));
    Optional<Instant> started = experiments.started(experiment.key());
    LocalDate first =
        started
            .map(instant -> LocalDate.ofInstant(instant, zone))
            .orElse(today.minusDays(DAYS_WITHOUT_START - 1L));
    Period period = new Period(first, today);
    Answer answer = answers.ask(new Question.Exposures(period, List.of()));
    List<ArmCount> arms =
        experiment.variants().stream().map(variant -> arm(answer, experiment, variant)).toList();
    long crossovers =
        rows(answer, experiment.key())
            .mapToLong(row -> count(answer, row, "several_variants"))
            .sum();
    Instant since = started.orElse(first.atStartOfDay(zone).toInstant());
    return result(experiment, since, period.days(), arms, crossovers);
  }

  private static IntStream rows(Answer answer, String key) {
    return IntStream.range(0, answer.rows().size())
        .filter(row -> key.equals(answer.value(row, "experiment")));
  }

  private static ArmCount arm(Answer answer, Experiment experiment, Experiment.Variant variant) {
    int row =
        rows(answer, experiment.key())
            .filter(at -> variant.name().equals(answer.value(at, "variant")))
            .findFirst()
            .orElse(-1);
    return new ArmCount(
        variant.name(),
        row < 0 ? 0 : count(answer, row, "visitors"),
        row < 0 ? 0 : count(answer, row, "buyers"),
        variant.share());
  }

  private static long count(Answer answer, int row, String column) {
    return answer.value(row, column) instanceof Number number ? number.longValue() : 0;
  }

  private static ExperimentResult result(
      Experiment experiment, Instant since, long days, List<ArmCount> arms, long crossovers) {
    long visitors = arms.stream().mapToLong(ArmCount::visitors).sum();
    double split = split(arms);
    boolean peeking = experiment.plannedUnits() == null || visitors < experiment.plannedUnits();
    AnalysisResult fixed = compare(arms, "z_pooled", "absolute", TUNING);
    AnalysisResult always = compare(arms, "sequential", "log_ratio", tuning(experiment));
    Verdict verdict = verdict(split, visitors, always, peeking ? null : fixed);
    return new ExperimentResult(
        experiment.key(),
        since,
        days,
        arms,
        crossovers,
        experiment.plannedUnits(),
        fixed,
        always,
        split,
        split < SPLIT_ALARM,
        peeking,
        verdict.word(),
        verdict.variant());
  }

  private static double tuning(Experiment experiment) {
    return experiment.plannedUnits() == null ? TUNING : (double) experiment.plannedUnits();
  }

  private static double split(List<ArmCount> arms) {
    long[] counts = arms.stream().mapToLong(ArmCount::visitors).toArray();
    double[] shares = arms.stream().mapToDouble(ArmCount::share).toArray();
    return arms.size() < 2 ? 1 : SampleRatio.always(counts, shares, CONCENTRATION);
  }

  /** Null while there is nothing to compare. */
  private static @Nullable AnalysisResult compare(
      List<ArmCount> arms, String method, String scale, double tuning) {
    List<ArmForm> forms = new ArrayList<>();
    for (ArmCount arm : arms) {
      forms.add(ArmForm.ofCounts(arm.variant(), arm.visitors(), arm.converted()));
    }
    try {
      return Analysis.of(
          AnalysisForm.ofProportions(
              forms, method, scale, arms.size() > 2 ? "holm" : "none", Math.max(1, tuning)));
    } catch (Problem nothingToCompare) {
      return null;
    }
  }

  private record Verdict(String word, @Nullable String variant) {}

  /**
   * By the comparison that may be looked at any time; by the fixed one only when the planned units
   * are reached.
   */
  private static Verdict verdict(
      double split,
      long visitors,
      @Nullable AnalysisResult always,
      @Nullable AnalysisResult fixed) {
    if (visitors == 0) {
      return new Verdict("empty", null);
    }
    if (split < SPLIT_ALARM) {
      return new Verdict("split_off", null);
    }
    AnalysisResult deciding = fixed == null ? always : fixed;
    if (deciding == null
        || deciding.comparisons().stream().allMatch(one -> one.estimate() == null)) {
      return new Verdict("too_early", null);
    }
    return deciding.comparisons().stream()
        .filter(one -> Boolean.TRUE.equals(one.significant()))
        .max(Comparator.comparingDouble(Results::size))
        .map(one -> new Verdict(size(one) > 0 ? "better" : "worse", one.name()))
        .orElse(new Verdict("open", null));
  }

  private static double size(Comparison comparison) {
    return Wire.or(comparison.estimate(), 0.0);
  }
}
