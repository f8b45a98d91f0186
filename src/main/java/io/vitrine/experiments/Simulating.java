package io.vitrine.experiments;

import io.vitrine.experiments.Simulation.Day;
import io.vitrine.experiments.Simulation.Outcome;
import io.vitrine.experiments.stats.Alternative;
import io.vitrine.experiments.stats.ConfidenceSequence;
import io.vitrine.experiments.stats.Design;
import io.vitrine.experiments.stats.Effect;
import io.vitrine.experiments.stats.Estimate;
import io.vitrine.experiments.stats.Proportion;
import io.vitrine.experiments.stats.RateChange;
import io.vitrine.experiments.stats.Scale;
import io.vitrine.experiments.stats.Unanswerable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Simulates scenarios on a shop's baseline. Each has draws of its own, whatever the others are. */
final class Simulating {

  private static final double LEVEL = 0.05;
  private static final double POWER = 0.8;
  private static final double MOST = 0.999;
  private static final double YEAR = 365;
  private static final long BURN_IN = 50;
  private static final double LONGEST_DAYS = 3650;

  private final SimulationForm form;
  private final Baseline baseline;

  private Simulating(SimulationForm form, Baseline baseline) {
    this.form = form;
    this.baseline = baseline;
  }

  static Simulation of(SimulationForm form, Baseline baseline, List<Scenario> scenarios) {
    Simulating simulating = new Simulating(form, baseline);
    return new Simulation(
        true,
        form.readSeed(),
        form.readIterations(),
        form.readDays(),
        form.readUncertainty(),
        form.readOverlap(),
        baseline,
        scenarios.stream().map(simulating::outcome).toList(),
        Roadmap.of(scenarios, baseline, form.readOverlap(), form.readBudget()),
        scenarios.stream().flatMap(scenario -> simulating.days(scenario).stream()).toList());
  }

  private Draws draws(Scenario scenario, int purpose) {
    return new Draws(form.readSeed() * 31 + scenario.id().hashCode() * 7L + purpose);
  }

  private Outcome outcome(Scenario scenario) {
    Step step = scenario.targetRate();
    double rate = baseline.rate(step);
    double target = lifted(rate, scenario.expectedLift());
    long units = Math.max(2, Math.round(baseline.dailyUnits(step) * form.readDays() / 2));
    double cost = scenario.cost().doubleValue();
    double impact = baseline.yearlyRevenue() * (target / rate - 1);
    Samples samples = sample(scenario, rate, units, cost);
    Design design = design(rate);
    return new Outcome(
        scenario,
        rate,
        target,
        units,
        samples.at(samples.lifts, 0.05),
        samples.at(samples.lifts, 0.95),
        samples.at(samples.measured, 0.05),
        samples.at(samples.measured, 0.95),
        samples.significant / form.readIterations(),
        design.power(target - rate, 2.0 * units),
        RateChange.pValue(
            new Proportion(Math.round(units * target), units),
            new Proportion(Math.round(units * rate), units)),
        daysNeeded(design, target - rate, step),
        impact,
        samples.at(samples.impacts, 0.05),
        samples.at(samples.impacts, 0.95),
        samples.paid / form.readIterations(),
        cost == 0 ? null : (Double) ((impact - cost) / cost),
        impact <= 0 ? null : (Long) (long) Math.ceil(cost / (impact / YEAR)));
  }

  private static double lifted(double rate, double lift) {
    return Math.clamp(rate * (1 + lift), rate * 1e-3, MOST);
  }

  private static Design design(double rate) {
    return new Design(
        rate, OptionalDouble.empty(), 0.5, LEVEL, Alternative.TWO_SIDED, Optional.empty());
  }

  private @Nullable Long daysNeeded(Design design, double effect, Step step) {
    try {
      double days = design.units(effect, POWER) / baseline.dailyUnits(step);
      return days > LONGEST_DAYS ? null : (Long) (long) Math.ceil(days);
    } catch (Unanswerable tooSmall) {
      return null;
    }
  }

  /** Draws a truth and a test of it, many times. */
  private Samples sample(Scenario scenario, double rate, long units, double cost) {
    Draws draws = draws(scenario, 1);
    Samples samples = new Samples(form.readIterations());
    double known = Math.sqrt(rate * (1 - rate) / entered(scenario.targetRate()));
    double spread = Math.abs(scenario.expectedLift()) * form.readUncertainty();
    for (int i = 0; i < form.readIterations(); i++) {
      double truth = Math.clamp(draws.normal(rate, known), rate * 1e-3, MOST);
      double changed =
          lifted(truth, Math.max(-0.95, draws.normal(scenario.expectedLift(), spread)));
      Proportion control = new Proportion(draws.successes(units, truth), units);
      Proportion variant = new Proportion(draws.successes(units, changed), units);
      double impact = baseline.yearlyRevenue() * (changed / truth - 1);
      samples.add(i, changed / truth - 1, control, variant, impact);
      samples.paid += impact > cost ? 1 : 0;
    }
    samples.sort();
    return samples;
  }

  private double entered(Step step) {
    return baseline.dailyUnits(step) * baseline.days();
  }

  /** What was drawn. */
  private static final class Samples {
    private final double[] lifts;
    private final double[] measured;
    private final double[] impacts;
    private double significant;
    private double paid;

    private Samples(int iterations) {
      lifts = new double[iterations];
      measured = new double[iterations];
      impacts = new double[iterations];
    }

    private void add(int i, double lift, Proportion control, Proportion variant, double impact) {
      lifts[i] = lift;
      measured[i] = variant.rate() / Math.max(control.rate(), 0.5 / control.trials()) - 1;
      impacts[i] = impact;
      boolean better = variant.rate() > control.rate();
      significant += better && RateChange.pValue(variant, control) < LEVEL ? 1 : 0;
    }

    private void sort() {
      Arrays.sort(lifts);
      Arrays.sort(measured);
      Arrays.sort(impacts);
    }

    private double at(double[] sorted, double share) {
      return sorted[(int) Math.floor(share * (sorted.length - 1))];
    }
  }

  /** One test whose truth is the expected lift, day by day. */
  private List<Day> days(Scenario scenario) {
    Draws draws = draws(scenario, 2);
    double rate = baseline.rate(scenario.targetRate());
    double target = lifted(rate, scenario.expectedLift());
    double perDay = baseline.dailyUnits(scenario.targetRate());
    List<Day> days = new ArrayList<>();
    Proportion control = new Proportion(0, 0);
    Proportion variant = new Proportion(0, 0);
    for (int day = 1; day <= form.readDays(); day++) {
      long entering = Math.max(2, Math.round(draws.normal(perDay, Math.sqrt(perDay))));
      long toVariant = draws.successes(entering, 0.5);
      control = grown(control, entering - toVariant, rate, draws);
      variant = grown(variant, toVariant, target, draws);
      days.add(day(scenario, day, control, variant, perDay * form.readDays()));
    }
    return days;
  }

  private static Proportion grown(Proportion arm, long units, double rate, Draws draws) {
    return new Proportion(arm.successes() + draws.successes(units, rate), arm.trials() + units);
  }

  private static Day day(
      Scenario scenario, int day, Proportion control, Proportion variant, double planned) {
    boolean some = control.successes() > 0 && variant.successes() > 0;
    boolean all =
        control.successes() == control.trials() && variant.successes() == variant.trials();
    boolean enough = Math.min(control.successes(), variant.successes()) >= BURN_IN && !all;
    Effect always =
        enough
            ? new ConfidenceSequence(LEVEL, planned)
                .test(Estimate.of(control, variant, Scale.LOG_RATIO), Alternative.TWO_SIDED)
            : null;
    return new Day(
        scenario.id(),
        day,
        control.trials(),
        control.successes(),
        variant.trials(),
        variant.successes(),
        some ? (Double) (variant.rate() / control.rate() - 1) : null,
        always == null ? null : (Double) always.interval().low(),
        always == null ? null : (Double) always.interval().high(),
        some ? (Double) RateChange.pValue(variant, control) : null,
        always == null ? null : (Double) always.pValue());
  }
}
