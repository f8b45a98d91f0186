package io.vitrine.experiments;

import io.vitrine.experiments.ExperimentResult.Power;
import io.vitrine.experiments.stats.Alternative;
import io.vitrine.experiments.stats.Arm;
import io.vitrine.experiments.stats.ConfidenceSequence;
import io.vitrine.experiments.stats.Design;
import io.vitrine.experiments.stats.Proportion;
import io.vitrine.experiments.stats.Unanswerable;
import io.vitrine.model.Outcome;
import io.vitrine.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What a running test could find, from what control shows so far. */
final class PowerSoFar {

  private static final double WANTED = 0.8;

  private PowerSoFar() {}

  /** Of the first variant beside control; null while control shows nothing to plan with. */
  static @Nullable Power of(Experiment experiment, List<ArmStatistics> arms, long visitors) {
    if (arms.size() < 2 || arms.getFirst().outcome().kind() == Outcome.Kind.QUANTILE) {
      return null;
    }
    try {
      return power(experiment, arms, visitors);
    } catch (Problem | Unanswerable nothingToPlanWith) {
      return null;
    }
  }

  private static Power power(Experiment experiment, List<ArmStatistics> arms, long visitors) {
    DecisionRule rule = experiment.rule();
    Pair pair = new Pair(arms.getFirst(), arms.get(1), rule, Results.tuning(experiment, 1));
    Arm control =
        ArmForm.read(
                arms.getFirst().kind(pair.isAdjusted()),
                List.of(
                    arms.getFirst().form(pair.isAdjusted()), arms.get(1).form(pair.isAdjusted())))
            .getFirst();
    double base = control.base();
    double units = (double) (arms.getFirst().visitors() + arms.get(1).visitors());
    Design design =
        new Design(
            base,
            control instanceof Proportion
                ? OptionalDouble.empty()
                : OptionalDouble.of(control.variance()),
            (double) arms.get(1).visitors() / units,
            rule.level(),
            Alternative.TWO_SIDED,
            rule.look() == DecisionRule.Look.ALWAYS_VALID
                ? Optional.of(new ConfidenceSequence(rule.level(), pair.tuning()))
                : Optional.empty());
    double effect = rule.effect() * Math.abs(base);
    OptionalDouble smallest = design.smallestEffect(units, WANTED);
    Double planned =
        experiment.plannedUnits() == null
            ? null
            : (Double)
                design.power(
                    effect, (double) experiment.plannedUnits() * units / Math.max(1, visitors));
    return new Power(
        rule.effect(),
        design.power(effect, units),
        planned,
        smallest.isPresent() && base != 0
            ? (Double) (smallest.getAsDouble() / Math.abs(base))
            : null,
        needed(design, effect, visitors / units));
  }

  /** Of all variants together, when two of them have so many as they need. */
  private static @Nullable Long needed(Design design, double effect, double all) {
    try {
      return (long) Math.ceil(design.units(effect, WANTED) * all);
    } catch (Unanswerable nothingFindsIt) {
      return null;
    }
  }
}
