package io.vitrine.shop.forecast;

import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * When buyers come again and when they stay away for good: the BG/NBD model (Fader, Hardie, Lee
 * 2005, Counting Your Customers the Easy Way, Marketing Science 24: 275-284). While a buyer is one,
 * orders are Poisson with a rate that is gamma distributed over buyers; after each repeat order the
 * buyer leaves with a chance that is beta distributed.
 *
 * @param r shape of the rates
 * @param alpha scale of the rates, in days
 * @param a first parameter of the chances to leave
 * @param b second parameter
 */
public record BuyingRhythm(double r, double alpha, double a, double b) {

  private static final int MOST_TRIALS = 2_000;
  private static final double ROUGH = 1e-6;
  private static final double FINE = 1e-12;

  /** Logarithms of the parameters stay within; beyond it the likelihood is flat. */
  private static final double REACH = 12;

  private static final double[][] STARTS = {{-1, 3, -0.5, 1}, {0, 5, -2, 1}};

  /**
   * The parameters that make what was seen likeliest.
   *
   * @param groups at least one with repeats
   */
  public static BuyingRhythm fitted(List<BuyerGroup> groups) {
    double[] best = STARTS[0];
    for (double[] start : STARTS) {
      double[] found = searched(groups, start, ROUGH);
      best = of(found).likelihood(groups) > of(best).likelihood(groups) ? found : best;
    }
    return of(searched(groups, best, FINE));
  }

  private static double[] searched(List<BuyerGroup> groups, double[] start, double tolerance) {
    return new NelderMead(point -> -of(point).likelihood(groups), MOST_TRIALS, tolerance)
        .minimum(start, 0.5);
  }

  private static BuyingRhythm of(double[] logarithms) {
    return new BuyingRhythm(
        bounded(logarithms[0]),
        bounded(logarithms[1]),
        bounded(logarithms[2]),
        bounded(logarithms[3]));
  }

  private static double bounded(double logarithm) {
    return Math.exp(Math.clamp(logarithm, -REACH, REACH));
  }

  /** Mean logarithm of the likelihood of a buyer (their equation 6). */
  double likelihood(List<BuyerGroup> groups) {
    Repeats repeats = new Repeats(this);
    double sum = 0;
    double buyers = 0;
    for (BuyerGroup group : groups) {
      sum += group.buyers() * likelihood(group, repeats.of(group.repeats()));
      buyers += group.buyers();
    }
    return sum / buyers;
  }

  private double likelihood(BuyerGroup group, double ofRepeats) {
    double shape = r + group.repeats();
    double stayed = -shape * Math.log(alpha + group.age());
    if (group.repeats() == 0) {
      return ofRepeats + stayed;
    }
    double left =
        Math.log(a / (b + group.repeats() - 1)) - shape * Math.log(alpha + group.recency());
    double larger = Math.max(stayed, left);
    return ofRepeats + larger + Math.log(Math.exp(stayed - larger) + Math.exp(left - larger));
  }

  /** The part of the likelihood that depends on the number of repeats alone, computed once each. */
  private static final class Repeats {

    private static final int KEPT = 64;
    private final BuyingRhythm rhythm;
    private final double[] kept = new double[KEPT];
    private final boolean[] known = new boolean[KEPT];

    private Repeats(BuyingRhythm rhythm) {
      this.rhythm = rhythm;
    }

    private double of(int repeats) {
      if (repeats >= KEPT) {
        return rhythm.ofRepeats(repeats);
      }
      if (!known[repeats]) {
        kept[repeats] = rhythm.ofRepeats(repeats);
        known[repeats] = true;
      }
      return kept[repeats];
    }
  }

  private double ofRepeats(int repeats) {
    return LogGamma.value(r + repeats)
        - LogGamma.value(r)
        + r * Math.log(alpha)
        + LogGamma.value(a + b)
        + LogGamma.value(b + repeats)
        - LogGamma.value(b)
        - LogGamma.value(a + b + repeats);
  }

  /** Chance that such a buyer still is one (Fader, Hardie 2008, note 021, equation 1). */
  public double alive(BuyerGroup group) {
    return 1 / (1 + oddsOfLeft(group));
  }

  private double oddsOfLeft(BuyerGroup group) {
    if (group.repeats() == 0) {
      return 0;
    }
    double silence = (alpha + group.age()) / (alpha + group.recency());
    return a / (b + group.repeats() - 1) * Math.pow(silence, r + group.repeats());
  }

  /** Days with an order that such a buyer will have in the next so many days (equation 10). */
  public double expected(BuyerGroup group, double days) {
    return ifAlive(group.repeats(), group.age(), days) * alive(group);
  }

  /** The same if it were certain that the buyer still is one. */
  public double expectedIfAlive(BuyerGroup group, double days) {
    return ifAlive(group.repeats(), group.age(), days);
  }

  /** Repeat orders of somebody in the days after the first order (their equation 9). */
  public double expectedOfNewBuyer(double days) {
    return ifAlive(0, 0, days);
  }

  private double ifAlive(int repeats, double age, double days) {
    double chance = Math.abs(a - 1) < 1e-7 ? 1 + 1e-7 : a;
    double shape = r + repeats;
    double c = chance + b + repeats - 1;
    double until = alpha + age + days;
    double shrunk = Math.pow((alpha + age) / until, shape);
    double sum = Hypergeometric.value(shape, b + repeats, c, days / until);
    return Math.max(0, c / (chance - 1) * (1 - shrunk * sum));
  }
}
