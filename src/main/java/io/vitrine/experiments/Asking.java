package io.vitrine.experiments;

import io.vitrine.model.Answer;
import io.vitrine.model.Dimension;
import io.vitrine.model.Outcome;
import io.vitrine.model.Outcomes;
import io.vitrine.model.Period;
import io.vitrine.store.Answers;
import io.vitrine.store.StoreSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the store what came of experiments. */
@Component
class Asking {

  private static final int DAYS_WITHOUT_START = 60;

  private final Answers answers;
  private final Experiments experiments;
  private final Clock clock;
  private final ZoneId zone;

  Asking(Answers answers, Experiments experiments, Clock clock, StoreSettings settings) {
    this.answers = answers;
    this.experiments = experiments;
    this.clock = clock;
    this.zone = settings.zone();
  }

  /**
   * Days from the last start to today, or to the day on which it was last stopped or decided; the
   * last 60 for one that was never started, because somebody else may assign its units.
   */
  Period period(String key) {
    Period lately = lately();
    Experiments.Run run = experiments.run(key);
    LocalDate first = run.started().map(this::day).orElse(lately.from());
    LocalDate last = run.ended().map(this::day).orElse(lately.to());
    return new Period(first, last.isBefore(first) ? first : last);
  }

  /** The days that are looked at of what was never started here: the last 60. */
  Period lately() {
    LocalDate today = LocalDate.now(clock.withZone(zone));
    return new Period(today.minusDays(DAYS_WITHOUT_START - 1L), today);
  }

  /** When it was started, or the first instant looked at. */
  Instant since(String key) {
    return experiments
        .run(key)
        .started()
        .orElseGet(() -> period(key).from().atStartOfDay(zone).toInstant());
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** Statistics of all variants. */
  List<ArmStatistics> all(Experiment experiment, List<Outcome> outcomes) {
    return ask(experiment, outcomes, null, true);
  }

  /** The same without visitors who saw several variants. */
  List<ArmStatistics> uncrossed(Experiment experiment, Outcome outcome) {
    return ask(experiment, List.of(outcome), null, false);
  }

  /** Statistics by segment, or cumulative by day. */
  List<ArmStatistics> by(Experiment experiment, Outcome outcome, Dimension dimension) {
    return ask(experiment, List.of(outcome), dimension, true);
  }

  /** What everybody who came in a period has of an outcome, without an experiment. */
  ArmStatistics everybody(Outcome outcome, Period period) {
    Answer answer =
        answers.ask(
            new Outcomes(
                null,
                List.of(outcome),
                null,
                0,
                BigDecimal.valueOf(DecisionRule.DEFAULT.cap()),
                true,
                period,
                List.of()));
    return ArmStatistics.read(answer).stream()
        .findFirst()
        .orElseGet(() -> ArmStatistics.empty("everybody", outcome));
  }

  private List<ArmStatistics> ask(
      Experiment experiment, List<Outcome> outcomes, @Nullable Dimension by, boolean crossed) {
    return ArmStatistics.read(
        answers.ask(
            new Outcomes(
                experiment.key(),
                outcomes,
                by,
                experiment.rule().daysBefore(),
                BigDecimal.valueOf(experiment.rule().cap()),
                crossed,
                period(experiment.key()),
                List.of())));
  }

  /** What decides: the first of the metrics that each visitor has one of. */
  static Outcome primary(Experiment experiment) {
    return known(experiment.metrics()).findFirst().orElse(Outcome.CONVERSION_PER_VISITOR);
  }

  static List<Outcome> secondary(Experiment experiment) {
    Outcome primary = primary(experiment);
    return known(experiment.metrics()).filter(one -> one != primary).distinct().toList();
  }

  static List<Outcome> guardrails(Experiment experiment) {
    Outcome primary = primary(experiment);
    List<Outcome> secondary = secondary(experiment);
    return known(experiment.guardrails())
        .filter(one -> one != primary && !secondary.contains(one))
        .distinct()
        .toList();
  }

  /** Metrics of a definition from before that visitors have none of are passed over. */
  private static java.util.stream.Stream<Outcome> known(List<String> names) {
    return names.stream().map(Asking::named).flatMap(Optional::stream);
  }

  private static Optional<Outcome> named(String name) {
    return java.util.Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.wireName().equals(name))
        .findFirst();
  }
}
