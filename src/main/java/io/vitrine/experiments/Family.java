package io.vitrine.experiments;

import io.vitrine.experiments.AnalysisResult.Comparison;
import io.vitrine.experiments.stats.Correction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Comparisons that are corrected together, their intervals at the level that agrees with it. */
record Family(List<Pair> pairs, Correction correction, double level) {

  static final List<String> RELATIVE = List.of("relative", "absolute");
  static final List<String> LOG_RATIO = List.of("log_ratio", "absolute");
  static final List<String> LIFT = List.of("log_ratio", "relative", "absolute");
  static final List<String> ABSOLUTE = List.of("absolute");

  /** In the order of the pairs. */
  List<Pair.Told> by(Method method, List<String> scales) {
    List<Pair.Told> first =
        pairs.stream().map(pair -> pair.compare(method, scales, 1 - level)).toList();
    int[] tested = IntStream.range(0, first.size()).filter(i -> p(first.get(i)) != null).toArray();
    double[] values =
        IntStream.of(tested).mapToDouble(i -> Wire.or(p(first.get(i)), 1.0)).toArray();
    if (values.length == 0) {
      return first;
    }
    double[] adjusted = correction.adjust(values, level);
    double[] levels = correction.levels(values, level);
    List<Pair.Told> told = new ArrayList<>(first);
    for (int test = 0; test < tested.length; test++) {
      Pair pair = pairs.get(tested[test]);
      Pair.Told again = pair.compare(method, scales, 1 - levels[test]);
      told.set(tested[test], corrected(again, adjusted[test]));
    }
    return told;
  }

  private static @Nullable Double p(Pair.Told told) {
    return told.comparison() == null ? null : told.comparison().pValue();
  }

  private Pair.Told corrected(Pair.Told told, double adjusted) {
    Comparison one = told.comparison();
    if (one == null) {
      return told;
    }
    Comparison corrected =
        new Comparison(
            one.name(),
            one.estimate(),
            one.low(),
            one.high(),
            one.confidence(),
            one.standardError(),
            one.statistic(),
            one.degreesOfFreedom(),
            one.pValue(),
            adjusted,
            adjusted <= level,
            one.bound(),
            one.chanceToWin(),
            one.expectedLoss(),
            one.expectedLossOfControl(),
            one.cohensH(),
            one.withheld());
    return new Pair.Told(corrected, told.scale(), null);
  }
}
