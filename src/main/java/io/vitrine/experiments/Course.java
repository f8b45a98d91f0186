package io.vitrine.experiments;

import io.vitrine.experiments.AnalysisResult.Comparison;
import io.vitrine.experiments.DecisionRule.Look;
import io.vitrine.experiments.ExperimentResult.CourseDay;
import io.vitrine.experiments.stats.GroupSequential;
import io.vitrine.model.Outcome;
import io.vitrine.model.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The primary outcome day by day, each day with all that was known of the days before.
 *
 * @param days of every variant
 * @param looks of a group sequential test
 */
record Course(List<CourseDay> days, List<ExperimentResult.Look> looks) {

  static final Course NONE = new Course(List.of(), List.of());

  /** Control, then the variants, up to the end of a day. */
  private record State(LocalDate day, List<ArmStatistics> arms) {

    double units() {
      return arms.stream().mapToLong(ArmStatistics::visitors).sum();
    }
  }

  static Course of(Experiment experiment, List<ArmStatistics> rows, Period period) {
    List<State> states = states(experiment, rows, period);
    List<CourseDay> days = new ArrayList<>();
    for (int variant = 1; variant < experiment.variants().size(); variant++) {
      for (State state : states) {
        days.add(day(experiment, state, variant));
      }
    }
    return new Course(days, looks(experiment, states));
  }

  /** A day on which nothing was added is as the day before it. */
  private static List<State> states(
      Experiment experiment, List<ArmStatistics> rows, Period period) {
    Outcome primary = Asking.primary(experiment);
    Map<String, ArmStatistics> latest = new HashMap<>();
    Map<Object, List<ArmStatistics>> byDay = new HashMap<>();
    for (ArmStatistics row : rows) {
      byDay.computeIfAbsent(String.valueOf(row.segment()), day -> new ArrayList<>()).add(row);
    }
    List<State> states = new ArrayList<>();
    for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
      byDay.getOrDefault(day.toString(), List.of()).forEach(row -> latest.put(row.variant(), row));
      if (!latest.isEmpty()) {
        states.add(
            new State(
                day,
                experiment.variants().stream()
                    .map(
                        variant ->
                            latest.getOrDefault(
                                variant.name(), ArmStatistics.empty(variant.name(), primary)))
                    .toList()));
      }
    }
    return states;
  }

  private static CourseDay day(Experiment experiment, State state, int variant) {
    Pair pair = pair(experiment, state, variant);
    double confidence = experiment.rule().confidence();
    Comparison fixed = pair.compare(Method.WELCH, List.of("relative"), confidence).comparison();
    Comparison always =
        pair.compare(Method.SEQUENTIAL, List.of("log_ratio"), confidence).comparison();
    return new CourseDay(
        state.day(),
        pair.variant().variant(),
        pair.control().visitors() + pair.variant().visitors(),
        fixed == null ? null : fixed.estimate(),
        fixed == null ? null : fixed.low(),
        fixed == null ? null : fixed.high(),
        always == null ? null : always.low(),
        always == null ? null : always.high());
  }

  private static Pair pair(Experiment experiment, State state, int variant) {
    return new Pair(
        state.arms().getFirst(),
        state.arms().get(variant),
        experiment.rule(),
        Results.tuning(experiment, variant));
  }

  /**
   * The looks of a group sequential test, evenly over the planned units. Each was on the day that
   * reached its units; the level spent follows the units that there really were.
   */
  private static List<ExperimentResult.Look> looks(Experiment experiment, List<State> states) {
    Long planned = experiment.plannedUnits();
    if (experiment.rule().look() != Look.GROUP_SEQUENTIAL || planned == null) {
      return List.of();
    }
    List<ExperimentResult.Look> looks = new ArrayList<>();
    for (int variant = 1; variant < experiment.variants().size(); variant++) {
      looks.addAll(looks(experiment, states, planned, variant));
    }
    return looks;
  }

  private static List<ExperimentResult.Look> looks(
      Experiment experiment, List<State> states, long planned, int variant) {
    int all = experiment.rule().looks();
    // Several variants share the level evenly.
    double level = experiment.rule().level() / (experiment.variants().size() - 1);
    List<ExperimentResult.Look> looks = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (int look = 1; look <= all; look++) {
      long units = (long) Math.ceil((double) planned * look / all);
      State state = reached(states, units);
      double before = shares.isEmpty() ? 0 : shares.getLast();
      double share = state == null ? 0 : Math.min(1, state.units() / planned);
      if (state == null || share <= before) {
        looks.add(look(experiment, look, units, state, variant, null));
        continue;
      }
      shares.add(share);
      double[] bounds =
          GroupSequential.bounds(
              shares.stream().mapToDouble(Double::doubleValue).toArray(),
              level,
              GroupSequential.Spending.POWER);
      looks.add(look(experiment, look, units, state, variant, bounds[bounds.length - 1]));
    }
    return looks;
  }

  private static @Nullable State reached(List<State> states, long units) {
    return states.stream().filter(state -> state.units() >= units).findFirst().orElse(null);
  }

  /** Two looks on one day are one: the second has no bound of its own. */
  private static ExperimentResult.Look look(
      Experiment experiment,
      int look,
      long units,
      @Nullable State state,
      int variant,
      @Nullable Double bound) {
    Comparison fixed =
        state == null
            ? null
            : pair(experiment, state, variant)
                .compare(Method.WELCH, Family.RELATIVE, experiment.rule().confidence())
                .comparison();
    Double statistic = fixed == null ? null : fixed.statistic();
    return new ExperimentResult.Look(
        look,
        units,
        state == null ? null : state.day(),
        experiment.variants().get(variant).name(),
        statistic,
        bound,
        statistic != null && bound != null && Math.abs(statistic) >= bound);
  }
}
