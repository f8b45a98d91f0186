package io.vitrine.experiments;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What scenarios would bring, simulated on the shop's own rates. Nothing in it was measured but the
 * baseline.
 *
 * @param simulated always true: whoever shows these figures says so
 * @param seed that makes the same again
 * @param iterations of the Monte Carlo simulation
 * @param days of each simulated test
 * @param uncertainty of the true lifts
 * @param overlap that the roadmap reckons with
 * @param baseline from the shop's events
 * @param scenarios in the order of their ids
 * @param roadmap best first
 * @param daily one row per scenario and day
 */
record Simulation(
    boolean simulated,
    long seed,
    int iterations,
    int days,
    double uncertainty,
    double overlap,
    Baseline baseline,
    List<Outcome> scenarios,
    List<Stage> roadmap,
    List<Day> daily) {

  /**
   * One scenario alone.
   *
   * @param baselineRate of its step now
   * @param targetRate with the expected lift
   * @param unitsPerArm in a test of the days with two halves
   * @param liftLow 5 % of the drawn true lifts are below
   * @param liftHigh 5 % are above
   * @param measuredLow 5 % of the lifts that such tests would measure are below
   * @param measuredHigh 5 % are above
   * @param chanceSignificant share of simulated tests with p under 0.05 in favour
   * @param power of the test if the lift is the expected one
   * @param pValue of a test that measures exactly the expected lift
   * @param daysNeeded for a power of 80 %; null when it takes more than ten years
   * @param yearlyImpact more revenue a year with the expected lift
   * @param impactLow 5 % of the draws bring less
   * @param impactHigh 5 % bring more
   * @param chanceToPay share of draws in which the first year brings more than the cost
   * @param returnOnCost (yearly impact - cost) / cost; null without a cost
   * @param paybackDays cost / impact of a day; null when it never pays
   */
  record Outcome(
      Scenario scenario,
      double baselineRate,
      double targetRate,
      long unitsPerArm,
      double liftLow,
      double liftHigh,
      double measuredLow,
      double measuredHigh,
      double chanceSignificant,
      double power,
      @JsonProperty("p_value") double pValue,
      @Nullable Long daysNeeded,
      double yearlyImpact,
      double impactLow,
      double impactHigh,
      double chanceToPay,
      @Nullable Double returnOnCost,
      @Nullable Long paybackDays) {}

  /**
   * A step of the roadmap.
   *
   * @param rank from 1
   * @param id of the scenario
   * @param liftAlone expected without the others
   * @param liftAdded what is left of it after those before on the same step
   * @param impactAdded more revenue a year than with those before
   * @param impactSoFar of all up to this one
   * @param costSoFar of all up to this one
   * @param returnOnCost of this one, of what it adds; null without a cost
   * @param fromWeek first week, one after the other; null after one whose weeks nobody knows
   */
  record Stage(
      int rank,
      String id,
      double liftAlone,
      double liftAdded,
      double impactAdded,
      double impactSoFar,
      double costSoFar,
      @Nullable Double returnOnCost,
      @Nullable Integer fromWeek) {}

  /**
   * A day of a simulated test, with everything so far.
   *
   * @param lift measured so far; null without successes in control
   * @param low of the interval that may be looked at every day
   * @param high of it
   * @param pValue as at the planned end; looking at it daily makes it wrong
   * @param alwaysValidPValue for looking daily
   */
  record Day(
      String id,
      int day,
      long controlUnits,
      long controlSuccesses,
      long variantUnits,
      long variantSuccesses,
      @Nullable Double lift,
      @Nullable Double low,
      @Nullable Double high,
      @JsonProperty("p_value") @Nullable Double pValue,
      @JsonProperty("always_valid_p_value") @Nullable Double alwaysValidPValue) {}
}
