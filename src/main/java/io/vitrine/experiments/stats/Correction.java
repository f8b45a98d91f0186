package io.vitrine.experiments.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What is done about asking several questions at once. Each method has adjusted p values and, for
 * the intervals, the level that goes with them: an interval of that level excludes zero exactly
 * where the adjusted p value is at or under the level.
 */
public enum Correction {
  NONE,
  /** Level over the number of tests; its intervals hold all at once. */
  BONFERRONI,
  /** Šidák 1967; as Bonferroni for independent tests, a little less strict. */
  SIDAK,
  /** Holm 1979. */
  HOLM,
  /** Hochberg 1988; for tests that do not depend on each other negatively. */
  HOCHBERG,
  /** Hommel 1988. */
  HOMMEL,
  /** Benjamini and Hochberg 1995: the share of false alarms among the alarms. */
  BENJAMINI_HOCHBERG,
  /** Benjamini and Yekutieli 2001: the same under any dependence. */
  BENJAMINI_YEKUTIELI,
  /** Benjamini, Krieger and Yekutieli 2006, in two stages. */
  TWO_STAGE;

  /** Two stages may decide on more than the level; an interval needs less than 1. */
  private static final double ALL_BUT_CERTAIN = 1 - 1e-9;

  /**
   * Adjusted p values, in the order given.
   *
   * @param level that two stages depend on; the other methods do not
   */
  public double[] adjust(double[] p, double level) {
    check(p, level);
    int[] order = order(p);
    double[] sorted = Arrays.stream(order).mapToDouble(i -> p[i]).toArray();
    double[] adjusted = adjustSorted(sorted, level);
    double[] back = new double[p.length];
    for (int rank = 0; rank < order.length; rank++) {
      back[order[rank]] = Math.min(1, adjusted[rank]);
    }
    return back;
  }

  /**
   * Level of each interval. Bonferroni and Šidák cover all at once. With Holm, Hochberg and Hommel
   * it is the level at which the method decided on the test; with the false discovery methods the
   * intervals of those that stand out cover with the false coverage rate of Benjamini and Yekutieli
   * 2005, JASA 100: 71-81.
   */
  public double[] levels(double[] p, double level) {
    double[] adjusted = adjust(p, level);
    int found = (int) Arrays.stream(adjusted).filter(value -> value <= level).count();
    int[] order = order(p);
    double[] levels = new double[p.length];
    for (int rank = 0; rank < p.length; rank++) {
      levels[order[rank]] = level(rank, found, p, level);
    }
    return levels;
  }

  private double level(int rank, int found, double[] p, double level) {
    int tests = p.length;
    int selected = Math.max(1, found);
    return switch (this) {
      case NONE -> level;
      case BONFERRONI -> level / tests;
      case SIDAK -> -Math.expm1(Math.log1p(-level) / tests);
      case HOLM -> level / (tests - Math.min(rank, Math.min(found, tests - 1)));
      case HOCHBERG -> level / (tests - selected + 1);
      case HOMMEL -> level / hommelDivisor(p, level);
      case BENJAMINI_HOCHBERG -> level * selected / tests;
      case BENJAMINI_YEKUTIELI -> level * selected / (tests * harmonic(tests));
      case TWO_STAGE -> twoStageLevel(p, level, selected);
    };
  }

  private static void check(double[] p, double level) {
    Unanswerable.between(level, 0, 1, "level");
    Unanswerable.unless(p.length > 0, "no_tests", "there is no p value to correct");
    for (double value : p) {
      Unanswerable.unless(
          value >= 0 && value <= 1,
          "p_value_out_of_range",
          "a p value lies between 0 and 1, not " + value);
    }
  }

  private static int[] order(double[] p) {
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> p[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private double[] adjustSorted(double[] p, double level) {
    int tests = p.length;
    return switch (this) {
      case NONE -> p;
      case BONFERRONI -> Arrays.stream(p).map(value -> value * tests).toArray();
      case SIDAK ->
          Arrays.stream(p).map(value -> -Math.expm1(tests * Math.log1p(-value))).toArray();
      case HOLM -> down(p);
      case HOCHBERG -> up(p, rank -> tests - rank);
      case HOMMEL -> hommel(p);
      case BENJAMINI_HOCHBERG -> up(p, rank -> (double) tests / (rank + 1));
      case BENJAMINI_YEKUTIELI -> up(p, rank -> tests * harmonic(tests) / (rank + 1));
      case TWO_STAGE -> twoStage(p, level);
    };
  }

  private interface Factor {
    double of(int rank);
  }

  private static double[] down(double[] p) {
    double[] adjusted = new double[p.length];
    double most = 0;
    for (int rank = 0; rank < p.length; rank++) {
      most = Math.max(most, p[rank] * (p.length - rank));
      adjusted[rank] = most;
    }
    return adjusted;
  }

  private static double[] up(double[] p, Factor factor) {
    double[] adjusted = new double[p.length];
    double least = 1;
    for (int rank = p.length - 1; rank >= 0; rank--) {
      least = Math.min(least, p[rank] * factor.of(rank));
      adjusted[rank] = least;
    }
    return adjusted;
  }

  /** By the algorithm of Wright 1992, Biometrics 48: 1005-1013. */
  private static double[] hommel(double[] p) {
    int tests = p.length;
    double[] adjusted = p.clone();
    for (int part = tests; part > 1; part--) {
      double least = 1;
      for (int i = 1; i <= part; i++) {
        least = Math.min(least, part * p[tests - part + i - 1] / i);
      }
      for (int rank = 0; rank < tests; rank++) {
        double bound = rank >= tests - part ? least : Math.min(least, part * p[rank]);
        adjusted[rank] = Math.max(adjusted[rank], bound);
      }
    }
    return adjusted;
  }

  /** The number by which Hommel's method divides the level, for these p values. */
  private static int hommelDivisor(double[] p, double level) {
    double[] sorted = p.clone();
    Arrays.sort(sorted);
    int tests = p.length;
    int divisor = 1;
    for (int part = 1; part <= tests; part++) {
      boolean allLarge = true;
      for (int k = 1; k <= part; k++) {
        allLarge &= sorted[tests - part + k - 1] > k * level / part;
      }
      divisor = allLarge ? part : divisor;
    }
    return divisor;
  }

  private static double[] twoStage(double[] p, double level) {
    int open = p.length - firstStage(p, level);
    int left = open == 0 ? p.length : open;
    double share = (double) left / p.length * (1 + level);
    double[] adjusted = BENJAMINI_HOCHBERG.adjustSorted(p, level);
    return Arrays.stream(adjusted).map(value -> value * share).toArray();
  }

  private static int firstStage(double[] sorted, double level) {
    double[] adjusted = BENJAMINI_HOCHBERG.adjustSorted(sorted, level);
    return (int) Arrays.stream(adjusted).filter(value -> value <= level / (1 + level)).count();
  }

  private static double twoStageLevel(double[] p, double level, int selected) {
    double[] sorted = p.clone();
    Arrays.sort(sorted);
    int open = p.length - firstStage(sorted, level);
    int left = open == 0 ? p.length : open;
    return Math.min(ALL_BUT_CERTAIN, level / (1 + level) * selected / left);
  }

  private static double harmonic(int tests) {
    return IntStream.rangeClosed(1, tests).mapToDouble(i -> 1.0 / i).sum();
  }
}
