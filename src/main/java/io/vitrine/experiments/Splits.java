package io.vitrine.experiments;

import io.vitrine.experiments.ExperimentResult.Broken;
import io.vitrine.experiments.ExperimentResult.Split;
import io.vitrine.experiments.stats.Correction;
import io.vitrine.experiments.stats.SampleRatio;
import io.vitrine.model.Dimension;
import io.vitrine.model.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks whether units were split as planned, and if not, where not. */
@Component
class Splits {

  static final List<Dimension> DIMENSIONS =
      List.of(Dimension.DEVICE, Dimension.COUNTRY, Dimension.CHANNEL, Dimension.VISITOR_KIND);

  private static final double ALARM = 0.001;
  private static final double CONCENTRATION = 100;
  private static final int MOST_BROKEN = 5;

  private final Asking asking;

  Splits(Asking asking) {
    this.asking = asking;
  }

  Split of(Experiment experiment, List<ArmStatistics> arms) {
    if (arms.size() < 2) {
      return new Split(1, 1, false, List.of());
    }
    double always = SampleRatio.always(counts(arms), shares(experiment), CONCENTRATION);
    boolean alarm = always < ALARM;
    return new Split(
        SampleRatio.pValue(counts(arms), shares(experiment)),
        always,
        alarm,
        alarm ? broken(experiment) : List.of());
  }

  private List<Broken> broken(Experiment experiment) {
    List<Broken> all = new ArrayList<>();
    for (Dimension dimension : DIMENSIONS) {
      List<String> names = experiment.variants().stream().map(Experiment.Variant::name).toList();
      Outcome outcome = Outcome.CONVERSION_PER_VISITOR;
      for (List<ArmStatistics> arms :
          segments(asking.by(experiment, outcome, dimension), names, outcome)) {
        all.add(segment(experiment, dimension, arms));
      }
    }
    if (all.isEmpty()) {
      return List.of();
    }
    double[] p =
        Correction.HOLM.adjust(all.stream().mapToDouble(Broken::pValue).toArray(), 1 - ALARM);
    List<Broken> corrected = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      Broken one = all.get(i);
      corrected.add(
          new Broken(one.dimension(), one.segment(), one.visitors(), one.expected(), p[i]));
    }
    return corrected.stream()
        .filter(one -> one.pValue() < ALARM)
        .sorted(Comparator.comparingDouble(Broken::pValue))
        .limit(MOST_BROKEN)
        .toList();
  }

  private static Broken segment(
      Experiment experiment, Dimension dimension, List<ArmStatistics> arms) {
    double[] shares = shares(experiment);
    double planned = DoubleStream.of(shares).sum();
    long all = arms.stream().mapToLong(ArmStatistics::visitors).sum();
    return new Broken(
        dimension.wireName(),
        segment(arms),
        arms.stream().map(ArmStatistics::visitors).toList(),
        DoubleStream.of(shares).map(share -> share / planned * all).boxed().toList(),
        SampleRatio.pValue(counts(arms), shares));
  }

  private static long[] counts(List<ArmStatistics> arms) {
    return arms.stream().mapToLong(ArmStatistics::visitors).toArray();
  }

  private static double[] shares(Experiment experiment) {
    return experiment.variants().stream().mapToDouble(Experiment.Variant::share).toArray();
  }

  /** The variants of each segment, in the order in which the segments come. */
  static List<List<ArmStatistics>> segments(
      List<ArmStatistics> rows, List<String> variants, Outcome outcome) {
    return rows.stream()
        .map(ArmStatistics::segment)
        .distinct()
        .map(
            segment ->
                ArmStatistics.inOrder(
                    rows.stream().filter(row -> Objects.equals(row.segment(), segment)).toList(),
                    variants,
                    outcome))
        .filter(arms -> arms.stream().anyMatch(arm -> arm.visitors() > 0))
        .toList();
  }

  /** The segment of some variants; null for not known. */
  static @Nullable String segment(List<ArmStatistics> arms) {
    return arms.stream()
        .map(ArmStatistics::segment)
        .filter(Objects::nonNull)
        .findFirst()
        .map(String::valueOf)
        .orElse(null);
  }
}
