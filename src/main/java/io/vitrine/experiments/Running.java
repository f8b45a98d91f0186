package io.vitrine.experiments;

import io.vitrine.experiments.RunningExperiment.VariantResult;
import io.vitrine.experiments.stats.Interval;
import io.vitrine.experiments.stats.Proportion;
import io.vitrine.experiments.stats.RelativeLift;
import io.vitrine.experiments.stats.SampleRatio;
import io.vitrine.model.Answer;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.store.Answers;
import io.vitrine.store.StoreSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Reads running experiments from exposures and the orders of the ledger. */
@Component
class Running {

  private static final int DAYS = 60;
  private static final double CONFIDENCE = 0.95;

  private final Answers answers;
  private final Clock clock;
  private final ZoneId zone;

  Running(Answers answers, Clock clock, StoreSettings settings) {
    this.answers = answers;
    this.clock = clock;
    this.zone = settings.zone();
  }

  /** Experiments with at least two variants, the longest running first. */
  List<RunningExperiment> now() {
    LocalDate today = LocalDate.now(clock.withZone(zone));
    Period period = new Period(today.minusDays(DAYS - 1L), today);
    Answer answer = answers.ask(new Question.Exposures(period, List.of()));
    Map<String, List<Integer>> byExperiment =
        IntStream.range(0, answer.rows().size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    row -> String.valueOf(answer.value(row, "experiment")),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byExperiment.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> read(entry.getKey(), answer, entry.getValue()))
        .sorted(Comparator.comparing(RunningExperiment::started))
        .toList();
  }

  private RunningExperiment read(String key, Answer answer, List<Integer> rows) {
    List<VariantResult> variants =
        rows.stream()
            .map(row -> variant(answer, row))
            .sorted(
                Comparator.comparing((VariantResult v) -> !v.name().equals("control"))
                    .thenComparing(VariantResult::name))
            .toList();
    Instant started =
        rows.stream()
            .map(row -> (Instant) answer.value(row, "first_exposure"))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Optional<Interval> lift = lift(variants.getLast(), variants.getFirst());
    return new RunningExperiment(
        key,
        key,
        started,
        Duration.between(started, clock.instant()).toDays() + 1,
        variants,
        lift.map(Interval::estimate).orElse(null),
        lift.map(Interval::low).orElse(null),
        lift.map(Interval::high).orElse(null),
        evenSplit(variants),
        rows.stream().mapToLong(row -> count(answer, row, "several_variants")).sum());
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

  private static double evenSplit(List<VariantResult> variants) {
    double[] even = new double[variants.size()];
    Arrays.fill(even, 1);
    return SampleRatio.pValue(variants.stream().mapToLong(VariantResult::visitors).toArray(), even);
  }
}
