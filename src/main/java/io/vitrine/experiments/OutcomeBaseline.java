package io.vitrine.experiments;

import io.vitrine.experiments.stats.Arm;
import io.vitrine.model.Outcome;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shop's visitors have of an outcome, to plan a test with: every visitor of the days
 * counts from the first event on, as if it were an exposure.
 *
 * @param outcome its name in the catalogue
 * @param unit of the baseline
 * @param kind proportion or mean, as a plan is asked for; a ratio is planned as a mean
 * @param from first day counted
 * @param to last day counted
 * @param visitors of these days
 * @param perDay new visitors of these days a day
 * @param baseline rate, mean or ratio; null while there is nothing to divide by
 * @param variance of a visitor's part in it; null for a proportion, or without a baseline
 */
record OutcomeBaseline(
    String outcome,
    String unit,
    String kind,
    LocalDate from,
    LocalDate to,
    long visitors,
    double perDay,
    @Nullable Double baseline,
    @Nullable Double variance) {

  static OutcomeBaseline of(ArmStatistics everybody, Period period) {
    Outcome outcome = everybody.outcome();
    Arm arm = arm(everybody);
    return new OutcomeBaseline(
        outcome.wireName(),
        Wire.write(outcome.unit()),
        outcome.kind() == Outcome.Kind.SHARE ? "proportion" : "mean",
        period.from(),
        period.to(),
        everybody.visitors(),
        (double) everybody.visitors() / period.days(),
        arm == null ? null : Wire.number(arm.mean()),
        arm == null || outcome.kind() == Outcome.Kind.SHARE ? null : Wire.number(arm.variance()));
  }

  private static @Nullable Arm arm(ArmStatistics everybody) {
    if (everybody.visitors() < 2) {
      return null;
    }
    try {
      return ArmForm.read(everybody.kind(false), List.of(everybody.form(false))).getFirst();
    } catch (Problem nothingToDivideBy) {
      return null;
    }
  }
}
