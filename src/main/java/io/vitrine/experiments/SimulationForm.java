package io.vitrine.experiments;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to simulate, as JSON; everything may be absent.
 *
 * @param seed same seed, same result; 42 when absent
 * @param iterations of the Monte Carlo simulation, 100 to 100,000; 10,000 when absent
 * @param days of each simulated test, 1 to 120; 30 when absent
 * @param uncertainty standard deviation of the true lift as a share of the expected one, 0 to 2;
 *     0.5 when absent
 * @param overlap share of a lift that is left for each scenario before it that works on the same
 *     step, 0 to 1; 0.5 when absent
 * @param budget most that the roadmap may cost; no limit when absent
 */
@Schema(name = "SimulationRequest")
record SimulationForm(
    @Nullable Long seed,
    @Nullable Integer iterations,
    @Nullable Integer days,
    @Nullable Double uncertainty,
    @Nullable Double overlap,
    @Nullable Double budget) {

  long readSeed() {
    return Wire.or(seed, 42L);
  }

  int readIterations() {
    return (int) within("iterations", Wire.or(iterations, 10_000), 100, 100_000);
  }

  int readDays() {
    return (int) within("days", Wire.or(days, 30), 1, 120);
  }

  double readUncertainty() {
    return within("uncertainty", Wire.or(uncertainty, 0.5), 0, 2);
  }

  double readOverlap() {
    return within("overlap", Wire.or(overlap, 0.5), 0, 1);
  }

  double readBudget() {
    return within("budget", Wire.or(budget, Double.MAX_VALUE), 0, Double.MAX_VALUE);
  }

  private static double within(String member, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw Problem.caller(
          member + "_out_of_range",
          member + " is " + low + " to " + high + ", not " + value,
          Map.of(
              "low", String.valueOf(low),
              "high", String.valueOf(high),
              "given", String.valueOf(value)));
    }
    return value;
  }
}
