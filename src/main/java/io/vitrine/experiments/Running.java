package io.vitrine.experiments;

import io.vitrine.experiments.Experiment.State;
import io.vitrine.experiments.Experiment.Variant;
import io.vitrine.experiments.RunningExperiment.VariantResult;
import io.vitrine.experiments.stats.Interval;
import io.vitrine.experiments.stats.Proportion;
import io.vitrine.experiments.stats.RelativeLift;
import io.vitrine.experiments.stats.SampleRatio;
import io.vitrine.model.Answer;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.store.Answers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads running experiments from exposures and the orders of the ledger. */
@Component
class Running {

  private static final double CONFIDENCE = 0.95;

  /** One that was never started here may be shown by somebody else all the same. */
  private static final Set<State> GOES_ON = EnumSet.of(State.DRAFT, State.RUNNING);

  private final Answers answers;
  private final Experiments experiments;
  private final Asking asking;
  private final Clock clock;

  Running(Answers answers, Experiments experiments, Asking asking, Clock clock) {
    this.answers = answers;
    this.experiments = experiments;
    this.asking = asking;
    this.clock = clock;
  }

  /**
   * Experiments with at least two variants, the longest running first; each from its own start on,
   * which one question for all of them answers.
   */
  List<RunningExperiment> now() {
    Answer answer = answers.ask(question());
    return byExperiment(answer).entrySet().stream()
        .flatMap(entry -> read(entry.getKey(), answer, entry.getValue()).stream())
        .sorted(Comparator.comparing(RunningExperiment::started))
        .toList();
  }

  private Question question() {
    Period unknown = asking.lately();
    SortedMap<String, LocalDate> since = new TreeMap<>();
    for (Experiment experiment : experiments.serving().all()) {
      if (GOES_ON.contains(experiment.state())) {
        since.put(experiment.key(), asking.period(experiment.key()).from());
      }
    }
    LocalDate first =
        since.values().stream()
            .min(Comparator.naturalOrder())
            .filter(unknown.from()::isAfter)
            .orElse(unknown.from());
    return new Question.Exposures(new Period(first, unknown.to()), since, List.of());
  }

  private static Map<String, List<Integer>> byExperiment(Answer answer) {
    return IntStream.range(0, answer.rows().size())
        .boxed()
        .collect(
            Collectors.groupingBy(
                row -> String.valueOf(answer.value(row, "experiment")),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private Optional<RunningExperiment> read(String key, Answer answer, List<Integer> rows) {
    Experiment known = experiments.serving().find(key);
    List<VariantResult> variants = variants(known, answer, rows);
    boolean over = known != null && !GOES_ON.contains(known.state());
    if (over || variants.size() < 2) {
      return Optional.empty();
    }
    Instant started =
        rows.stream()
            .map(row -> (Instant) answer.value(row, "first_exposure"))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Optional<Interval> lift = lift(variants.getLast(), variants.getFirst());
    return Optional.of(
        new RunningExperiment(
            key,
            known == null ? key : known.name(),
            started,
            Duration.between(started, clock.instant()).toDays() + 1,
            variants,
            lift.map(Interval::estimate).orElse(null),
            lift.map(Interval::low).orElse(null),
            lift.map(Interval::high).orElse(null),
            split(known, variants),
            rows.stream().mapToLong(row -> count(answer, row, "several_variants")).sum()));
  }

  /** In the order of the definition, also those that nobody saw; else control first. */
  private static List<VariantResult> variants(
      @Nullable Experiment known, Answer answer, List<Integer> rows) {
    List<VariantResult> seen = rows.stream().map(row -> variant(answer, row)).toList();
    if (known == null) {
      return seen.stream()
          .sorted(
              Comparator.comparing((VariantResult v) -> !v.name().equals("control"))
                  .thenComparing(VariantResult::name))
          .toList();
    }
    List<VariantResult> defined =
        known.variants().stream().map(variant -> named(variant.name(), seen)).toList();
    boolean empty = defined.stream().allMatch(variant -> variant.visitors() == 0);
    return empty ? List.of() : defined;
  }

  private static VariantResult named(String name, List<VariantResult> seen) {
    return seen.stream()
        .filter(variant -> variant.name().equals(name))
        .findFirst()
        .orElse(new VariantResult(name, 0, 0, 0));
  }

  private static VariantResult variant(Answer answer, int row) {
    long visitors = count(answer, row, "visitors");
    long converted = count(answer, row, "buyers");
    return new VariantResult(
        String.valueOf(answer.value(row, "variant")),
        visitors,
        converted,
        visitors == 0 ? 0 : (double) converted / visitors);
  }

  private static long count(Answer answer, int row, String column) {
    return answer.value(row, column) instanceof Number number ? number.longValue() : 0;
  }

  private static Optional<Interval> lift(VariantResult variant, VariantResult control) {
    return RelativeLift.of(
        new Proportion(variant.converted(), variant.visitors()),
        new Proportion(control.converted(), control.visitors()),
        CONFIDENCE);
  }

  /** As the definition plans it; evenly where there is none. */
  private static double split(@Nullable Experiment known, List<VariantResult> variants) {
    double[] planned =
        known == null
            ? variants.stream().mapToDouble(variant -> 1).toArray()
            : known.variants().stream().mapToDouble(Variant::share).toArray();
    long[] counts = variants.stream().mapToLong(VariantResult::visitors).toArray();
    return SampleRatio.pValue(counts, planned);
  }
}
