package io.vitrine.experiments.stats;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * A test that is planned: what is known before it begins.
 *
 * @param baseline control's rate or mean
 * @param variance of a unit's value; empty for a rate, whose variance follows from it
 * @param share the variant's part of the units of both arms, between 0 and 1
 * @param level such as 0.05
 * @param alternative what the test looks for
 * @param sequence set when the test may be looked at all the time: its critical value is then that
 *     of the always valid interval, with the same standard error
 */
public record Design(
    double baseline,
    OptionalDouble variance,
    double share,
    double level,
    Alternative alternative,
    Optional<ConfidenceSequence> sequence) {

  private static final double MOST_UNITS = 1e15;
  private static final int HALVINGS = 200;

  public Design {
    Unanswerable.between(share, 0, 1, "share");
    Unanswerable.between(level, 0, 1, "level");
    Unanswerable.unless(Double.isFinite(baseline), "baseline_not_finite", "the baseline is finite");
    if (variance.isPresent()) {
      Unanswerable.between(variance.getAsDouble(), 0, Double.MAX_VALUE, "variance");
    } else {
      Unanswerable.between(baseline, 0, 1, "baseline");
    }
  }

  /**
   * Chance that the test finds a true effect. For rates the test's error is the pooled one and the
   * truth's that of both arms (Fleiss, Levin, Paik 2003, section 4.2).
   *
   * @param effect variant less control, absolute
   * @param units of both arms together
   */
  public double power(double effect, double units) {
    double truth = error(effect, units);
    double tested =
        variance.isPresent() || sequence.isPresent()
            ? truth
            : pooledError(effect, units * (1 - share), units * share);
    double reach = critical(units) * tested;
    double up = Distributions.normalAbove((reach - effect) / truth);
    double down = Distributions.normalAbove((reach + effect) / truth);
    return switch (alternative) {
      case TWO_SIDED -> Math.min(1, up + down);
      case GREATER -> up;
      case LESS -> down;
    };
  }

  /** Standard error of the difference for a true effect. */
  private double error(double effect, double units) {
    check(effect);
    return Math.sqrt(
        spread(baseline) / (units * (1 - share)) + spread(baseline + effect) / (units * share));
  }

  /**
   * Chance that a test which may be looked at all the time finds a true effect at one look or
   * another: simulated paths of its statistic, because no formula has it. The same seed makes the
   * same.
   *
   * @param units of both arms together at the last look
   * @param looks evenly over the units
   * @throws Unanswerable for a test that is right at one look alone
   */
  public double powerAtAnyLook(double effect, double units, int looks, int paths, long seed) {
    Unanswerable.unless(
        sequence.isPresent(),
        "not_sequential",
        "only an always valid test has looks to be found at");
    double drift = effect / error(effect, units);
    double[] bounds =
        IntStream.rangeClosed(1, looks)
            .mapToDouble(look -> critical(units * look / looks))
            .toArray();
    SplittableRandom random = new SplittableRandom(seed);
    int found = 0;
    for (int path = 0; path < paths; path++) {
      found += isFound(drift, bounds, random) ? 1 : 0;
    }
    return (double) found / paths;
  }

  /** One path: the score at a share t of the units is normal around drift t with variance t. */
  private boolean isFound(double drift, double[] bounds, SplittableRandom random) {
    double step = 1.0 / bounds.length;
    double score = 0;
    for (int look = 1; look <= bounds.length; look++) {
      score += drift * step + Math.sqrt(step) * random.nextGaussian();
      double statistic = score / Math.sqrt(look * step);
      double seen =
          switch (alternative) {
            case TWO_SIDED -> Math.abs(statistic);
            case GREATER -> statistic;
            case LESS -> -statistic;
          };
      if (seen >= bounds[look - 1]) {
        return true;
      }
    }
    return false;
  }

  private double critical(double units) {
    if (sequence.isPresent()) {
      return sequence.get().critical(units, alternative);
    }
    return Distributions.normalUpper(alternative == Alternative.TWO_SIDED ? level / 2 : level);
  }

  private double pooledError(double effect, double first, double second) {
    double rate = baseline + share * effect;
    return Math.sqrt(rate * (1 - rate) * (1 / first + 1 / second));
  }

  private double spread(double mean) {
    return variance.orElse(mean * (1 - mean));
  }

  private void check(double effect) {
    Unanswerable.unless(
        Double.isFinite(effect), "effect_not_finite", "the effect is finite, not " + effect);
    double rate = baseline + effect;
    Unanswerable.unless(
        variance.isPresent() || (rate > 0 && rate < 1),
        "effect_out_of_range",
        "baseline and effect make a rate between 0 and 1, not " + rate,
        Map.of("rate", rate));
  }

  /**
   * Units of both arms together that find an effect with the given chance.
   *
   * @throws Unanswerable when no number of units does
   */
  public double units(double effect, double power) {
    Unanswerable.between(power, 0, 1, "power");
    Unanswerable.unless(effect != 0, "effect_zero", "no number of units finds an effect of 0");
    boolean possible =
        switch (alternative) {
          case TWO_SIDED -> true;
          case GREATER -> effect > 0;
          case LESS -> effect < 0;
        };
    Unanswerable.unless(
        possible, "effect_on_the_wrong_side", "the test does not look for " + effect);
    double units = least(2, MOST_UNITS, at -> power(effect, at) >= power);
    Unanswerable.unless(
        units < MOST_UNITS, "too_many_units", "more than " + MOST_UNITS + " units are needed");
    return units;
  }

  /**
   * The smallest effect that so many units find with the given chance, above zero unless the test
   * looks for less.
   *
   * @return empty when even the largest possible effect is not found
   */
  public OptionalDouble smallestEffect(double units, double power) {
    Unanswerable.between(power, 0, 1, "power");
    Unanswerable.between(units, 0, MOST_UNITS, "units");
    int side = alternative == Alternative.LESS ? -1 : 1;
    double room = side > 0 ? 1 - baseline : baseline;
    double most = variance.isPresent() ? 100 * Math.sqrt(variance.getAsDouble()) : room;
    double end = most * (1 - 1e-12);
    if (power(side * end, units) < power) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        side * least(most * 1e-15, end, effect -> power(side * effect, units) >= power));
  }

  /** The least value that holds, found on the logarithm. */
  private static double least(double from, double to, DoublePredicate holds) {
    double low = Math.log(from);
    double high = Math.log(to);
    for (int i = 0; i < HALVINGS && high - low > 1e-15 * Math.abs(high); i++) {
      double middle = (low + high) / 2;
      boolean enough = holds.test(Math.exp(middle));
      high = enough ? middle : high;
      low = enough ? low : middle;
    }
    return Math.exp(high);
  }
}
