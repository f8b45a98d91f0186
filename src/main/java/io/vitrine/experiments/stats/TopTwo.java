package io.vitrine.experiments.stats;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How a bandit shares out the units to come: most to the arm that is probably best, and as many to
 * the one that most likely beats it, so that it is found out (top-two Thompson sampling, Russo
 * 2020, Operations Research 68: 1625-1647, arXiv 1602.08448). The chances are integrals over
 * independent normal posteriors, not draws.
 */
public final class TopTwo {

  /** Part of the units for the arm that is best in a draw; the rest is for the next best. */
  private static final double LEADING = 0.5;

  /** Points of the trapezoidal rule over nine deviations to both sides. */
  private static final int POINTS = 1800;

  private static final double REACH = 9;

  private TopTwo() {}

  /**
   * Chance of each arm to have the largest mean.
   *
   * @param arms two or more, each of which varies
   */
  public static double[] chances(List<? extends Arm> arms) {
    Unanswerable.unless(
        arms.size() >= 2, "too_few_arms", "the best is of 2 arms or more, not " + arms.size());
    for (Arm arm : arms) {
      double error = Math.sqrt(arm.squaredError());
      Unanswerable.unless(
          error > 0 && Double.isFinite(error),
          "no_variance",
          "each arm's values vary; a standard error is " + error);
    }
    double[] chances = IntStream.range(0, arms.size()).mapToDouble(i -> chance(arms, i)).toArray();
    double sum = DoubleStream.of(chances).sum();
    return DoubleStream.of(chances).map(chance -> chance / sum).toArray();
  }

  private static double chance(List<? extends Arm> arms, int own) {
    double mean = arms.get(own).mean();
    double error = Math.sqrt(arms.get(own).squaredError());
    double sum = 0;
    for (int point = 0; point <= POINTS; point++) {
      double z = REACH * (2.0 * point / POINTS - 1);
      double others = 1;
      for (int other = 0; other < arms.size(); other++) {
        others *= other == own ? 1 : below(arms.get(other), mean + z * error);
      }
      sum += Distributions.normalDensity(z) * others;
    }
    return sum * 2 * REACH / POINTS;
  }

  private static double below(Arm arm, double value) {
    return Distributions.normalBelow((value - arm.mean()) / Math.sqrt(arm.squaredError()));
  }

  /**
   * Share of each arm in the units to come: of every draw of the truth half goes to its best arm,
   * half to the best arm of another draw that has another best.
   *
   * @param chances to be best, of each arm, together 1
   * @param least share that every arm keeps, so that a wrong start is found out; 0.01 is usual
   */
  public static double[] shares(double[] chances, double least) {
    Unanswerable.unless(
        least >= 0 && least * chances.length < 1,
        "least_share_out_of_range",
        "the least share of " + chances.length + " arms is 0 to one over them, not " + least);
    double[] shares = new double[chances.length];
    for (int arm = 0; arm < shares.length; arm++) {
      double second = 0;
      for (int other = 0; other < shares.length; other++) {
        second += other == arm ? 0 : chances[other] * next(chances, other, arm);
      }
      shares[arm] = LEADING * chances[arm] + (1 - LEADING) * second;
    }
    return floored(shares, least);
  }

  /**
   * Chance of an arm to be best where another one is not; alike where no number tells them apart.
   */
  private static double next(double[] chances, int best, int arm) {
    double rest =
        IntStream.range(0, chances.length)
            .filter(other -> other != best)
            .mapToDouble(other -> chances[other])
            .sum();
    return rest > 0 ? chances[arm] / rest : 1.0 / (chances.length - 1);
  }

  private static double[] floored(double[] shares, double least) {
    double sum = DoubleStream.of(shares).sum();
    double free = 1 - least * shares.length;
    return DoubleStream.of(shares).map(share -> least + free * share / sum).toArray();
  }

  /**
   * An arm over several periods with different splits: each period counts with its part of the
   * units of all arms, so that a day on which everybody buys does not count for the arm that had
   * most of that day.
   *
   * @param periods the arm's units of each period, none empty
   * @param units of all arms in each
   */
  public static AdjustedSample over(List<Sample> periods, long[] units) {
    Unanswerable.unless(
        !periods.isEmpty() && periods.size() == units.length,
        "periods_do_not_fit",
        "as many periods as units of them: " + periods.size() + ", " + units.length);
    double all = 0;
    for (long of : units) {
      all += (double) of;
    }
    long count = 0;
    double mean = 0;
    double squaredError = 0;
    for (int period = 0; period < units.length; period++) {
      Sample sample = periods.get(period);
      double weight = units[period] / all;
      count += sample.count();
      mean += weight * sample.mean();
      squaredError += weight * weight * sample.squaredError();
    }
    return new AdjustedSample(count, mean, squaredError * count, mean);
  }
}
