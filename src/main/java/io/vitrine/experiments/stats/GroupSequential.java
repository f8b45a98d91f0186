package io.vitrine.experiments.stats;

import java.util.function.DoubleUnaryOperator;

/**
 * Bounds for a few planned looks: the level is spent over the looks, two-sided and symmetric (Lan
 * and DeMets 1983, Biometrika 70: 659-663, by the recursive integration of Armitage, McPherson and
 * Rowe 1969).
 */
public final class GroupSequential {

  /** Points of Simpson's rule over the region that goes on; odd. */
  private static final int POINTS = 1201;

  /** Bounds beyond this many standard errors are as good as none. */
  private static final double FAR = 38;

  private GroupSequential() {}

  /** How much of the level may be spent up to a share of the planned units. */
  public enum Spending {
    /** level t^2 */
    POWER,
    /** 2 - 2 Phi(z / sqrt t) on each side: hardly anything early, as O'Brien and Fleming 1979. */
    OBRIEN_FLEMING;

    double spent(double level, double share) {
      return switch (this) {
        case POWER -> level * share * share;
        case OBRIEN_FLEMING ->
            4 * Distributions.normalAbove(Distributions.normalUpper(level / 4) / Math.sqrt(share));
      };
    }
  }

  /**
   * Bounds in standard errors.
   *
   * @param shares of the planned units at each look, rising, above 0 and up to 1
   */
  public static double[] bounds(double[] shares, double level, Spending spending) {
    Unanswerable.between(level, 0, 1, "level");
    check(shares);
    double[] bounds = new double[shares.length];
    double[] density = {};
    double spent = 0;
    for (int look = 0; look < shares.length; look++) {
      double until = spending.spent(level, shares[look]);
      double allowed = until - spent;
      spent = until;
      double before = look == 0 ? 0 : shares[look - 1];
      double reach = look == 0 ? 0 : bounds[look - 1] * Math.sqrt(before);
      double[] state = density;
      double step = Math.sqrt(shares[look] - before);
      double root = Math.sqrt(shares[look]);
      int now = look;
      bounds[look] = bisect(bound -> crossing(state, reach, bound * root, step, now) - allowed);
      density = next(density, reach, bounds[look] * root, step, look);
    }
    return bounds;
  }

  private static void check(double[] shares) {
    Unanswerable.unless(
        shares.length >= 1 && shares.length <= 400,
        "looks_out_of_range",
        "bounds are for 1 to 400 looks, not " + shares.length);
    double before = 0;
    for (double share : shares) {
      Unanswerable.unless(
          share > before && share <= 1,
          "looks_not_rising",
          "shares of the plan rise from above 0 up to 1: " + share + " after " + before);
      before = share;
    }
  }

  /** Chance to be beyond the edge now, having gone on so far. */
  private static double crossing(
      double[] density, double reach, double edge, double step, int look) {
    if (look == 0) {
      return 2 * Distributions.normalAbove(edge / step);
    }
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      double at = at(i, reach);
      double beyond =
          Distributions.normalAbove((edge - at) / step)
              + Distributions.normalBelow((-edge - at) / step);
      sum += weight(i, reach) * density[i] * beyond;
    }
    return sum;
  }

  /** Density of the score within the edges. */
  private static double[] next(double[] density, double reach, double edge, double step, int look) {
    double[] next = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double at = at(i, edge);
      next[i] =
          look == 0
              ? Distributions.normalDensity(at / step) / step
              : arriving(density, reach, at, step);
    }
    return next;
  }

  private static double arriving(double[] density, double reach, double at, double step) {
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      double z = (at - at(i, reach)) / step;
      sum += Math.abs(z) > FAR ? 0 : weight(i, reach) * density[i] * Math.exp(-z * z / 2);
    }
    return sum / (step * Math.sqrt(2 * Math.PI));
  }

  private static double at(int point, double reach) {
    return -reach + 2 * reach * point / (POINTS - 1);
  }

  private static double weight(int point, double reach) {
    double width = 2 * reach / (POINTS - 1) / 3;
    if (point == 0 || point == POINTS - 1) {
      return width;
    }
    return point % 2 == 1 ? 4 * width : 2 * width;
  }

  private static double bisect(DoubleUnaryOperator falling) {
    double low = 0;
    double high = FAR;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      boolean above = falling.applyAsDouble(middle) > 0;
      low = above ? middle : low;
      high = above ? high : middle;
    }
    return (low + high) / 2;
  }
}
