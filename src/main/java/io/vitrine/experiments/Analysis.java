package io.vitrine.experiments;

import io.vitrine.experiments.AnalysisResult.ArmResult;
import io.vitrine.experiments.AnalysisResult.Comparison;
import io.vitrine.experiments.AnalysisResult.SampleRatioResult;
import io.vitrine.experiments.stats.Arm;
import io.vitrine.experiments.stats.Correction;
import io.vitrine.experiments.stats.Proportion;
import io.vitrine.experiments.stats.SampleRatio;
import io.vitrine.experiments.stats.TwoProportions;
import io.vitrine.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares arms as a caller asks. */
final class Analysis {

  private static final double SPLIT_ALARM = 0.001;
  private static final double SPLIT_CONCENTRATION = 100;

  private final AnalysisForm form;
  private final List<ArmForm> forms;
  private final List<Arm> arms;
  private final Correction correction;
  private final double confidence;
  private final Comparing comparing;

  private Analysis(AnalysisForm form) {
    this.form = form;
    this.forms = named(form.readArms());
    this.arms = ArmForm.read(form.readKind(), forms);
    this.correction = form.readCorrection();
    this.confidence = form.readConfidence();
    this.comparing =
        new Comparing(
            form.readMethod(), form.readAlternative(), form.readScale(), form.readOptions());
  }

  /**
   * The result.
   *
   * @throws Problem of category CALLER for what cannot be compared
   */
  static AnalysisResult of(AnalysisForm form) {
    return new Analysis(form).result();
  }

  private AnalysisResult result() {
    return new AnalysisResult(
        Wire.write(form.readKind()),
        Wire.write(form.readMethod()),
        Wire.write(form.readAlternative()),
        Wire.write(form.readScale()),
        confidence,
        Wire.write(correction),
        IntStream.range(0, arms.size()).mapToObj(this::arm).toList(),
        form.readMethod().isOfOneSample() ? List.of(oneSample()) : comparisons(),
        split());
  }

  /** The same, those without a name called by their place. */
  static List<ArmForm> named(List<ArmForm> forms) {
    List<ArmForm> named = new ArrayList<>();
    for (ArmForm form : forms) {
      String place = named.isEmpty() ? "control" : "variant " + named.size();
      named.add(form.name() == null ? form.named(place) : form);
    }
    return named;
  }

  private ArmResult arm(int index) {
    Arm arm = arms.get(index);
    return new ArmResult(
        name(index),
        arm.count(),
        Wire.number(arm.mean()),
        Wire.number(Math.sqrt(arm.squaredError())));
  }

  private String name(int index) {
    return Wire.or(forms.get(index).name(), "");
  }

  private Comparison oneSample() {
    Compared found =
        Wire.answered(
            forms.getFirst().place(),
            () -> comparing.oneSample(forms.getFirst().proportion(), confidence));
    return comparison(0, found, found.effectP(), confidence);
  }

  private List<Comparison> comparisons() {
    List<Compared> first =
        IntStream.range(1, arms.size()).mapToObj(i -> compare(i, confidence)).toList();
    int[] tested =
        IntStream.range(0, first.size()).filter(i -> first.get(i).effectP() != null).toArray();
    double[] p =
        Arrays.stream(tested).mapToDouble(i -> Wire.or(first.get(i).effectP(), 1.0)).toArray();
    double[] adjusted = p.length == 0 ? p : correction.adjust(p, 1 - confidence);
    double[] levels = p.length == 0 ? p : correction.levels(p, 1 - confidence);
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      int test = Arrays.binarySearch(tested, i);
      double own = test < 0 ? confidence : 1 - levels[test];
      // The interval is taken again at the level that agrees with the corrected p value.
      Compared found =
          correction == Correction.NONE || test < 0 ? first.get(i) : compare(i + 1, own);
      comparisons.add(comparison(i + 1, found, test < 0 ? null : adjusted[test], own));
    }
    return comparisons;
  }

  private Compared compare(int index, double level) {
    return Wire.answered(
        forms.get(index).place(),
        () ->
            comparing.compare(
                arms.getFirst(), arms.get(index), forms.getFirst(), forms.get(index), level));
  }

  private Comparison comparison(
      int index, Compared found, @Nullable Double adjusted, double level) {
    return new Comparison(
        name(index),
        found.number(Compared::estimate),
        found.number(Compared::low),
        found.number(Compared::high),
        found.withheld() == null ? (Double) level : null,
        found.number(Compared::standardError),
        found.number(Compared::statistic),
        found.number(Compared::degrees),
        found.effectP(),
        adjusted,
        significant(found, adjusted),
        found.number(Compared::bound),
        found.number(Compared::chanceToWin),
        found.number(Compared::expectedLoss),
        found.number(Compared::expectedLossOfControl),
        cohensH(index),
        found.withheld());
  }

  private @Nullable Boolean significant(Compared found, @Nullable Double adjusted) {
    if (found.withheld() != null || adjusted == null) {
      return null;
    }
    return Double.isNaN(found.bound())
        ? adjusted <= 1 - confidence
        : Math.abs(found.statistic()) >= found.bound();
  }

  private @Nullable Double cohensH(int index) {
    if (!(arms.get(index) instanceof Proportion variant) || variant.trials() == 0) {
      return null;
    }
    if (form.readMethod().isOfOneSample()) {
      return TwoProportions.cohensH(comparing.knownRate(), variant.rate());
    }
    return arms.getFirst() instanceof Proportion control && control.trials() > 0
        ? (Double) TwoProportions.cohensH(control.rate(), variant.rate())
        : null;
  }

  private @Nullable SampleRatioResult split() {
    if (form.shares() == null) {
      return null;
    }
    double[] shares = form.shares().stream().mapToDouble(Double::doubleValue).toArray();
    long[] counts = arms.stream().mapToLong(Arm::count).toArray();
    return Wire.answered(
        "shares",
        () -> {
          double always = SampleRatio.always(counts, shares, SPLIT_CONCENTRATION);
          return new SampleRatioResult(
              SampleRatio.statistic(counts, shares),
              SampleRatio.pValue(counts, shares),
              always,
              always < SPLIT_ALARM);
        });
  }
}
