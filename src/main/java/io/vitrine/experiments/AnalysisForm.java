package io.vitrine.experiments;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.experiments.stats.Alternative;
import io.vitrine.experiments.stats.Correction;
import io.vitrine.experiments.stats.Scale;
import io.vitrine.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be compared, as JSON.
 *
 * @param kind proportion, mean, ratio or quantile
 * @param arms control first, 2 to 50; one for a one-sample test
 * @param method z_pooled for proportions when absent, else welch
 * @param alternative two_sided (when absent), greater or less
 * @param scale absolute (when absent), relative or log_ratio
 * @param confidence of the intervals, 0.95 when absent
 * @param correction of several comparisons: none (when absent), bonferroni, sidak, holm, hochberg,
 *     hommel, benjamini_hochberg, benjamini_yekutieli or two_stage
 * @param shares planned share of each arm; with them the split is tested
 * @param options what single methods need
 */
@Schema(name = "AnalysisRequest")
record AnalysisForm(
    @Nullable String kind,
    @Nullable List<ArmForm> arms,
    @Nullable String method,
    @Nullable String alternative,
    @Nullable String scale,
    @Nullable Double confidence,
    @Nullable String correction,
    @Nullable List<Double> shares,
    @Nullable AnalysisOptions options) {

  private static final int MOST_ARMS = 50;

  /** A comparison of proportions by a method. */
  static AnalysisForm ofProportions(
      List<ArmForm> arms, String method, String scale, String correction, double tuning) {
    AnalysisOptions options =
        new AnalysisOptions(
            null, null, null, tuning, null, null, null, null, null, null, null, null);
    return new AnalysisForm(
        "proportion", arms, method, null, scale, null, correction, null, options);
  }

  Kind readKind() {
    return Wire.word(Kind.class, "kind", kind);
  }

  Method readMethod() {
    Method usual = readKind() == Kind.PROPORTION ? Method.Z_POOLED : Method.WELCH;
    Method chosen = Wire.word(Method.class, "method", method, usual);
    if (chosen.isOfProportions() && readKind() != Kind.PROPORTION) {
      throw Problem.caller(
          "method_of_proportions",
          "method " + Wire.write(chosen) + " compares proportions, not kind " + kind);
    }
    return chosen;
  }

  List<ArmForm> readArms() {
    List<ArmForm> all = Wire.given(arms, "arms");
    int least = readMethod().isOfOneSample() ? 1 : 2;
    int most = readMethod().isOfOneSample() ? 1 : MOST_ARMS;
    if (all.size() < least || all.size() > most) {
      throw Problem.caller(
          "arms_out_of_range",
          "method "
              + Wire.write(readMethod())
              + " takes "
              + least
              + " to "
              + most
              + " arms, not "
              + all.size());
    }
    return all;
  }

  Alternative readAlternative() {
    return Wire.word(Alternative.class, "alternative", alternative, Alternative.TWO_SIDED);
  }

  Scale readScale() {
    return Wire.word(Scale.class, "scale", scale, Scale.ABSOLUTE);
  }

  Correction readCorrection() {
    Correction chosen = Wire.word(Correction.class, "correction", correction, Correction.NONE);
    if (chosen != Correction.NONE && readMethod().isPosterior()) {
      throw Problem.caller(
          "correction_of_posterior",
          "a posterior has no p value to correct; correction is none, not " + correction);
    }
    return chosen;
  }

  double readConfidence() {
    double value = Wire.or(confidence, 0.95);
    if (!(value > 0.5 && value < 1)) {
      throw Problem.caller(
          "confidence_out_of_range", "confidence lies between 0.5 and 1, not " + value);
    }
    return value;
  }

  AnalysisOptions readOptions() {
    return Wire.or(options, AnalysisOptions.NONE);
  }
}
