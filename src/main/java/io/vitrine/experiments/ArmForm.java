package io.vitrine.experiments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.experiments.stats.AdjustedSample;
import io.vitrine.experiments.stats.Arm;
import io.vitrine.experiments.stats.PairedRatio;
import io.vitrine.experiments.stats.PairedSample;
import io.vitrine.experiments.stats.Proportion;
import io.vitrine.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One arm's sufficient statistics as JSON, all in one object however they are grouped here.
 *
 * @param name of the arm; its place when absent
 * @param count units (trials, visitors)
 * @param successes of a proportion
 * @param orders with a value other than zero, for the burn-in of a sequential test
 * @param values of a mean or a ratio
 * @param rank of a quantile
 * @param past what the units had before, for CUPED
 */
@Schema(name = "ArmStatistics")
record ArmForm(
    @Nullable String name,
    @Nullable Long count,
    @Nullable Long successes,
    @Nullable Long orders,
    @JsonUnwrapped ArmValues values,
    @JsonUnwrapped ArmQuantile rank,
    @JsonUnwrapped ArmPast past) {

  static ArmForm ofProportion(String name, long count, long successes) {
    return new ArmForm(
        name, count, successes, null, ArmValues.NONE, ArmQuantile.NONE, ArmPast.NONE);
  }

  /** Of a mean or a ratio. */
  static ArmForm ofValues(String name, long count, long orders, ArmValues values) {
    return new ArmForm(name, count, null, orders, values, ArmQuantile.NONE, ArmPast.NONE);
  }

  static ArmForm ofQuantile(String name, long orders, long ranked, ArmQuantile rank) {
    return new ArmForm(name, ranked, null, orders, ArmValues.NONE, rank, ArmPast.NONE);
  }

  /** The same with what its units had before. */
  ArmForm after(ArmPast before) {
    return new ArmForm(name, count, successes, orders, values, rank, before);
  }

  /** The same arm under a name. */
  ArmForm named(String given) {
    return new ArmForm(given, count, successes, orders, values, rank, past);
  }

  /** The arms as the statistics know them, adjusted when every one has a covariate. */
  static List<Arm> read(Kind kind, List<ArmForm> forms) {
    long adjusted = forms.stream().filter(form -> form.past.isKnown()).count();
    if (adjusted == 0) {
      return forms.stream().map(form -> form.arm(kind)).toList();
    }
    if (adjusted < forms.size() || kind == Kind.PROPORTION || kind == Kind.QUANTILE) {
      throw Problem.caller(
          "covariate_of_some",
          "a covariate is given for the mean or ratio of every arm or for none");
    }
    List<AdjustedSample> arms =
        Wire.answered(
            "arms",
            () ->
                kind == Kind.MEAN
                    ? PairedSample.adjust(forms.stream().map(ArmForm::paired).toList())
                    : PairedRatio.adjust(forms.stream().map(ArmForm::pairedRatio).toList()));
    return List.copyOf(arms);
  }

  private Arm arm(Kind kind) {
    return Wire.answered(
        place(),
        () ->
            switch (kind) {
              case PROPORTION -> proportion();
              case MEAN -> values.sample(this);
              case RATIO -> values.ratio(this);
              case QUANTILE -> rank.sample(this);
            });
  }

  Proportion proportion() {
    return new Proportion(need(successes, "successes"), units());
  }

  private PairedSample paired() {
    return Wire.answered(place(), () -> past.paired(this, values.sample(this)));
  }

  private PairedRatio pairedRatio() {
    return Wire.answered(place(), () -> past.paired(this, values.ratio(this)));
  }

  long units() {
    long units = need(count, "count");
    if (units < 0) {
      throw Problem.caller("count_negative", place() + ": count is 0 or more, not " + units);
    }
    return units;
  }

  String place() {
    return "arm " + Wire.or(name, "?");
  }

  <T> T need(@Nullable T value, String member) {
    return value == null ? Wire.given(null, place() + ": " + member) : value;
  }
}
