package io.vitrine.shop.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/**
 * Finds a minimum without derivatives by moving a simplex (Nelder and Mead 1965, The Computer
 * Journal 7: 308-313, with their coefficients 1, 2, 1/2 and 1/2).
 */
final class NelderMead {

  private final ToDoubleFunction<double[]> function;
  private final int most;
  private final double tolerance;

  /**
   * @param function what is to be smallest; NaN counts as infinite
   * @param most evaluations at which it stops
   * @param tolerance relative difference of worst and best at which it stops
   */
  NelderMead(ToDoubleFunction<double[]> function, int most, double tolerance) {
    this.function = function;
    this.most = most;
    this.tolerance = tolerance;
  }

  /** A place and the value there; nobody changes the place. */
  private static final class Corner {

    private final double value;
    private final double[] point;

    private Corner(double value, double... point) {
      this.value = value;
      this.point = point;
    }

    double value() {
      return value;
    }

    double[] point() {
      return point;
    }
  }

  private Corner corner(double... point) {
    double value = function.applyAsDouble(point);
    return new Corner(Double.isNaN(value) ? Double.POSITIVE_INFINITY : value, point);
  }

  /** Where the function is smallest, as far as it was found from a start. */
  double[] minimum(double[] start, double step) {
    Corner[] simplex = simplex(start, step);
    for (int used = simplex.length; used < most && !isSmall(simplex); ) {
      used += move(simplex);
      Arrays.sort(simplex, Comparator.comparingDouble(Corner::value));
    }
    return simplex[0].point().clone();
  }

  private Corner[] simplex(double[] start, double step) {
    Corner[] simplex = new Corner[start.length + 1];
    simplex[0] = corner(start.clone());
    for (int i = 0; i < start.length; i++) {
      double[] point = start.clone();
      point[i] += step;
      simplex[i + 1] = corner(point);
    }
    Arrays.sort(simplex, Comparator.comparingDouble(Corner::value));
    return simplex;
  }

  private boolean isSmall(Corner[] simplex) {
    double best = simplex[0].value();
    double worst = simplex[simplex.length - 1].value();
    return worst - best <= tolerance * (Math.abs(best) + tolerance);
  }

  /** One step; gives the number of evaluations. */
  private int move(Corner[] simplex) {
    int last = simplex.length - 1;
    double[] centre = centre(simplex);
    Corner reflected = corner(between(centre, simplex[last].point(), -1));
    if (reflected.value() < simplex[0].value()) {
      Corner further = corner(between(centre, simplex[last].point(), -2));
      simplex[last] = further.value() < reflected.value() ? further : reflected;
      return 2;
    }
    if (reflected.value() < simplex[last - 1].value()) {
      simplex[last] = reflected;
      return 1;
    }
    boolean outside = reflected.value() < simplex[last].value();
    Corner nearer = corner(between(centre, simplex[last].point(), outside ? -0.5 : 0.5));
    if (nearer.value() < Math.min(reflected.value(), simplex[last].value())) {
      simplex[last] = nearer;
      return 2;
    }
    return 2 + shrink(simplex);
  }

  private int shrink(Corner[] simplex) {
    for (int i = 1; i < simplex.length; i++) {
      simplex[i] = corner(between(simplex[0].point(), simplex[i].point(), 0.5));
    }
    return simplex.length - 1;
  }

  private static double[] centre(Corner[] simplex) {
    double[] centre = new double[simplex.length - 1];
    for (int i = 0; i < simplex.length - 1; i++) {
      double[] point = simplex[i].point();
      for (int k = 0; k < centre.length; k++) {
        centre[k] += point[k] / (simplex.length - 1);
      }
    }
    return centre;
  }

  /** From one point towards (or, below zero, away from) another. */
  private static double[] between(double[] from, double[] to, double share) {
    double[] point = new double[from.length];
    for (int k = 0; k < point.length; k++) {
      point[k] = from[k] + share * (to[k] - from[k]);
    }
    return point;
  }
}
