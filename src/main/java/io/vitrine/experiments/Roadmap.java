package io.vitrine.experiments;

import io.vitrine.experiments.Simulation.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ranks scenarios by what each adds to those before it, for its cost. Lifts of different steps
 * multiply: they work one after the other on the same way to a purchase. Of lifts on the same step
 * only a part is left for each one before, because they win over the same hesitant visitors; their
 * sum would promise some visitors twice.
 */
final class Roadmap {

  private final Baseline baseline;
  private final double overlap;
  private final List<Stage> stages = new ArrayList<>();
  private final List<Scenario> taken = new ArrayList<>();
  private double growth = 1;
  private double cost;
  private @Nullable Integer week = 1;

  private Roadmap(Baseline baseline, double overlap) {
    this.baseline = baseline;
    this.overlap = overlap;
  }

  static List<Stage> of(
      List<Scenario> scenarios, Baseline baseline, double overlap, double budget) {
    Roadmap roadmap = new Roadmap(baseline, overlap);
    List<Scenario> open = new ArrayList<>(scenarios);
    while (true) {
      open.removeIf(scenario -> roadmap.cost + scenario.cost().doubleValue() > budget);
      if (open.isEmpty()) {
        return roadmap.stages;
      }
      Scenario best = roadmap.best(open);
      open.remove(best);
      roadmap.take(best);
    }
  }

  /** The most impact for the cost; without a cost before all others. */
  private Scenario best(List<Scenario> open) {
    return open.stream()
        .max(
            Comparator.<Scenario>comparingDouble(
                    scenario -> added(scenario) / Math.max(1, scenario.cost().doubleValue()))
                .thenComparing(Scenario::priority, Comparator.reverseOrder())
                .thenComparing(Scenario::id, Comparator.reverseOrder()))
        .orElseThrow();
  }

  private double left(Scenario scenario) {
    long before =
        taken.stream().filter(other -> other.targetRate().overlaps(scenario.targetRate())).count();
    return scenario.expectedLift() * Math.pow(overlap, (double) before);
  }

  private double added(Scenario scenario) {
    return baseline.yearlyRevenue() * growth * left(scenario);
  }

  private void take(Scenario scenario) {
    double left = left(scenario);
    double added = added(scenario);
    double own = scenario.cost().doubleValue();
    cost += own;
    growth *= 1 + left;
    taken.add(scenario);
    stages.add(
        new Stage(
            stages.size() + 1,
            scenario.id(),
            scenario.expectedLift(),
            left,
            added,
            baseline.yearlyRevenue() * (growth - 1),
            cost,
            own == 0 ? null : (Double) ((added - own) / own),
            week));
    week = week == null || scenario.weeks() == null ? null : (Integer) (week + scenario.weeks());
  }
}
