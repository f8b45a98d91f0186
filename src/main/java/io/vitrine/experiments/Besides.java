package io.vitrine.experiments;

import io.vitrine.experiments.AnalysisResult.Comparison;
import io.vitrine.experiments.DecisionRule.Look;
import io.vitrine.experiments.OutcomeResult.Beside;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a family of comparisons in every way that a result shows. */
record Besides(Family family, boolean guardrail) {

  List<Beside> all() {
    List<Pair.Told> fixed = family.by(Method.WELCH, Family.RELATIVE);
    List<Pair.Told> always = family.by(Method.SEQUENTIAL, Family.LOG_RATIO);
    return IntStream.range(0, fixed.size())
        .mapToObj(at -> one(family.pairs().get(at), fixed.get(at), always.get(at)))
        .toList();
  }

  private Beside one(Pair pair, Pair.Told fixed, Pair.Told always) {
    double confidence = pair.rule().confidence();
    Method deciding = pair.rule().look() == Look.FIXED ? Method.WELCH : Method.SEQUENTIAL;
    Comparison decides =
        pair.rule().look() == Look.FIXED ? fixed.comparison() : always.comparison();
    return new Beside(
        pair.variant().variant(),
        fixed.comparison(),
        fixed.scale(),
        always.comparison(),
        always.scale(),
        pair.compare(deciding, Family.ABSOLUTE, confidence).comparison(),
        pair.compare(Method.NORMAL_POSTERIOR, Family.RELATIVE, confidence).comparison(),
        guardrail
            ? pair.compare(Method.NOT_INFERIOR, List.of("relative"), confidence).comparison()
            : null,
        guardrail ? state(pair, decides) : null,
        varianceLeft(pair, confidence),
        fixed.refusal());
  }

  /**
   * Safe when the bad end of the interval is within the margin, harmed when even the good end is
   * bad.
   */
  private static String state(Pair pair, @Nullable Comparison decides) {
    if (decides == null || decides.low() == null || decides.high() == null) {
      return "unclear";
    }
    boolean less = pair.control().outcome().lessIsBetter();
    double bad = less ? -decides.high() : decides.low();
    double good = less ? -decides.low() : decides.high();
    if (good < 0) {
      return "harmed";
    }
    return bad > -pair.rule().margin() ? "safe" : "unclear";
  }

  private static @Nullable Double varianceLeft(Pair pair, double confidence) {
    if (!pair.isAdjusted()) {
      return null;
    }
    Comparison with = pair.compare(Method.WELCH, Family.ABSOLUTE, confidence).comparison();
    Comparison without =
        pair.unadjusted().compare(Method.WELCH, Family.ABSOLUTE, confidence).comparison();
    if (with == null || without == null) {
      return null;
    }
    double ratio = Wire.or(with.standardError(), 0.0) / Wire.or(without.standardError(), 1.0);
    return Wire.number(ratio * ratio);
  }
}
