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
  private static final int MOST_GUARDRAILS = 50;

  /** Simulated paths for the chance to be found at any look; the seed is part of the figure. */
  private static final int PATHS = 20_000;

  private static final long SEED = 1;
  private static final int LOOKS = 50;
  private static final long MOST_LOOKS = 100;

  private final PlanForm form;
  private final double baseline;
  private final @Nullable Double effect;
  private final double power;
  private final double testPower;
  private final double level;
  private final double[] shares;
  private final Design design;

  private Plan(PlanForm form) {
    this.form = form;
    this.baseline = Wire.given(form.baseline(), "baseline");
    this.power = Wire.or(form.power(), 0.8);
    this.testPower = testPower();
    this.shares = shares();
    this.level = Wire.or(form.level(), 0.05) / (form.margin() == null ? shares.length - 1 : 1);
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

  /** A decision waits for all tests, so each may miss with a part of the chance only. */
  private double testPower() {
    int guardrails = Wire.or(form.guardrails(), 0);
    if (guardrails < 0 || guardrails > MOST_GUARDRAILS) {
      throw Problem.caller(
          "guardrails_out_of_range",
          "guardrails are 0 to " + MOST_GUARDRAILS + ", not " + guardrails);
    }
    return 1 - (1 - power) / (guardrails + 1);
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
    Double sought = form.margin() == null ? form.effect() : (Double) margin();
    if (sought == null) {
      return null;
    }
    Scale scale = Wire.word(Scale.class, "scale", form.scale(), Scale.RELATIVE);
    if (scale == Scale.LOG_RATIO) {
      throw Problem.caller("plan_scale", "a plan's scale is relative or absolute, not log_ratio");
    }
    return scale == Scale.ABSOLUTE ? sought : sought * Math.abs(baseline);
  }

  private double margin() {
    double margin = Wire.given(form.margin(), "margin");
    if (form.effect() != null || form.alternative() != null) {
      throw Problem.caller(
          "margin_alone", "a margin stands in place of effect and alternative; leave those out");
    }
    if (!(margin > 0)) {
      throw Problem.caller("margin_out_of_range", "margin is above 0, not " + margin);
    }
    return margin;
  }

  private Design design() {
    Kind kind = Wire.word(Kind.class, "kind", form.kind());
    if (kind == Kind.RATIO || kind == Kind.QUANTILE) {
      throw Problem.caller("plan_kind", "a plan is of kind proportion or mean, not " + form.kind());
    }
    return new Design(
        baseline,
        variance(kind),
        smallest() / (shares[0] + smallest()),
        level,
        form.margin() == null
            ? Wire.word(Alternative.class, "alternative", form.alternative(), Alternative.TWO_SIDED)
            : Alternative.GREATER,
        sequence());
  }

  /** Behind a margin stands a variant that is as good as control, so both vary as control does. */
  private OptionalDouble variance(Kind kind) {
    if (kind == Kind.MEAN) {
      return OptionalDouble.of(Wire.given(form.variance(), "variance"));
    }
    if (form.margin() == null) {
      return OptionalDouble.empty();
    }
    if (!(baseline > 0 && baseline < 1)) {
      throw Problem.caller(
          "baseline_out_of_range", "baseline lies between 0 and 1, not " + baseline);
    }
    return OptionalDouble.of(baseline * (1 - baseline));
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
      throw Problem.caller("plan_without_question", "a plan needs effect or margin, units or both");
    }
    Double required = effect == null ? null : (Double) (design.units(effect, testPower) / pair());
    Double units = form.units();
    Double smallest = units == null ? null : smallestEffect(units);
    return new PlanResult(
        effect,
        relative(effect),
        power,
        testPower,
        level,
        required == null ? null : (Double) Math.ceil(required),
        required == null ? null : perArm(required),
        required == null ? null : days(required),
        effect == null || units == null ? null : (Double) design.power(effect, units * pair()),
        atAnyLook(units == null ? required : units),
        smallest,
        relative(smallest),
        units == null ? null : days(units),
        curve(required == null ? Wire.or(units, 1.0) : required));
  }

  private @Nullable Double atAnyLook(@Nullable Double units) {
    if (effect == null || units == null || design.sequence().isEmpty()) {
      return null;
    }
    Long days = days(units);
    int looks = days == null ? LOOKS : (int) Math.clamp(days, 1L, MOST_LOOKS);
    return design.powerAtAnyLook(effect, units * pair(), looks, PATHS, SEED);
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
    OptionalDouble found = design.smallestEffect(units * pair(), testPower);
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
