package io.vitrine.experiments;

import io.vitrine.experiments.PlanResult.PlanPoint;
import io.vitrine.experiments.stats.Alternative;
import io.vitrine.experiments.stats.ConfidenceSequence;
import io.vitrine.experiments.stats.Design;
import io.vitrine.experiments.stats.Scale;
import io.vitrine.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plans a test as a caller asks. */
final class Plan {

  private static final int POINTS = 24;
  private static final double TUNING = 5000;

  private final PlanForm form;
  private final double baseline;
  private final @Nullable Double effect;
  private final double power;
  private final double level;
  private final double[] shares;
  private final Design design;

  private Plan(PlanForm form) {
    this.form = form;
    this.baseline = Wire.given(form.baseline(), "baseline");
    this.power = Wire.or(form.power(), 0.8);
    this.shares = shares();
    this.level = Wire.or(form.level(), 0.05) / (shares.length - 1);
    this.effect = absoluteEffect();
    this.design = design();
  }

  /**
   * The plan.
   *
   * @throws Problem of category CALLER for a test that cannot be
   */
  static PlanResult of(PlanForm form) {
    return Wire.answered("plan", () -> new Plan(form).result());
  }

  private double[] shares() {
    List<Double> split = Wire.or(form.split(), List.of(0.5, 0.5));
    boolean positive = split.stream().allMatch(share -> share > 0 && Double.isFinite(share));
    if (split.size() < 2 || split.size() > 50 || !positive) {
      throw Problem.caller("split_out_of_range", "split has 2 to 50 shares above 0, not " + split);
    }
    double sum = split.stream().mapToDouble(Double::doubleValue).sum();
    return split.stream().mapToDouble(share -> share / sum).toArray();
  }

  private @Nullable Double absoluteEffect() {
    if (form.effect() == null) {
      return null;
    }
    Scale scale = Wire.word(Scale.class, "scale", form.scale(), Scale.RELATIVE);
    if (scale == Scale.LOG_RATIO) {
      throw Problem.caller("plan_scale", "a plan's scale is relative or absolute, not log_ratio");
    }
    return scale == Scale.ABSOLUTE ? form.effect() : form.effect() * Math.abs(baseline);
  }

  private Design design() {
    Kind kind = Wire.word(Kind.class, "kind", form.kind());
    if (kind == Kind.RATIO || kind == Kind.QUANTILE) {
      throw Problem.caller("plan_kind", "a plan is of kind proportion or mean, not " + form.kind());
    }
    OptionalDouble variance =
        kind == Kind.MEAN
            ? OptionalDouble.of(Wire.given(form.variance(), "variance"))
            : OptionalDouble.empty();
    return new Design(
        baseline,
        variance,
        smallest() / (shares[0] + smallest()),
        level,
        Wire.word(Alternative.class, "alternative", form.alternative(), Alternative.TWO_SIDED),
        sequence());
  }

  private Optional<ConfidenceSequence> sequence() {
    if (!Boolean.TRUE.equals(form.sequential())) {
      return Optional.empty();
    }
    double usual = form.units() == null ? TUNING : form.units() * pair();
    return Optional.of(new ConfidenceSequence(level, Wire.or(form.tuning(), usual)));
  }

  private double smallest() {
    return IntStream.range(1, shares.length).mapToDouble(arm -> shares[arm]).min().orElseThrow();
  }

  /** Part of all units that control and the smallest variant have together. */
  private double pair() {
    return shares[0] + smallest();
  }

  private PlanResult result() {
    if (effect == null && form.units() == null) {
      throw Problem.caller("plan_without_question", "a plan needs effect, units or both");
    }
    Double required = effect == null ? null : (Double) (design.units(effect, power) / pair());
    Double units = form.units();
    Double smallest = units == null ? null : smallestEffect(units);
    return new PlanResult(
        effect,
        relative(effect),
        power,
        level,
        required == null ? null : (Double) Math.ceil(required),
        required == null ? null : perArm(required),
        required == null ? null : days(required),
        effect == null || units == null ? null : (Double) design.power(effect, units * pair()),
        smallest,
        relative(smallest),
        units == null ? null : days(units),
        curve(required == null ? Wire.or(units, 1.0) : required));
  }

  private List<Long> perArm(double units) {
    return IntStream.range(0, shares.length)
        .mapToObj(arm -> (long) Math.ceil(units * shares[arm] - 1e-9))
        .toList();
  }

  private @Nullable Long days(double units) {
    if (form.dailyUnits() == null) {
      return null;
    }
    if (!(form.dailyUnits() > 0)) {
      throw Problem.caller(
          "daily_units_out_of_range", "daily_units is above 0, not " + form.dailyUnits());
    }
    return (long) Math.ceil(units / form.dailyUnits());
  }

  private @Nullable Double smallestEffect(double units) {
    OptionalDouble found = design.smallestEffect(units * pair(), power);
    return found.isPresent() ? found.getAsDouble() : null;
  }

  private @Nullable Double relative(@Nullable Double absolute) {
    return absolute == null || baseline == 0 ? null : (Double) (absolute / Math.abs(baseline));
  }

  private List<PlanPoint> curve(double units) {
    return IntStream.rangeClosed(1, POINTS)
        .mapToObj(point -> point(Math.ceil(Math.max(4, units * 2 * point / POINTS))))
        .toList();
  }

  private PlanPoint point(double units) {
    Double found = effect == null ? null : (Double) design.power(effect, units * pair());
    return new PlanPoint((long) units, found, relative(smallestEffect(units)));
  }
}
