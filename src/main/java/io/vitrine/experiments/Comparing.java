package io.vitrine.experiments;

import io.vitrine.experiments.stats.Alternative;
import io.vitrine.experiments.stats.Arm;
import io.vitrine.experiments.stats.BetaPosterior;
import io.vitrine.experiments.stats.ConfidenceSequence;
import io.vitrine.experiments.stats.Effect;
import io.vitrine.experiments.stats.EffectPosterior;
import io.vitrine.experiments.stats.Estimate;
import io.vitrine.experiments.stats.FixedHorizon;
import io.vitrine.experiments.stats.GroupSequential;
import io.vitrine.experiments.stats.Interval;
import io.vitrine.experiments.stats.OneProportion;
import io.vitrine.experiments.stats.Proportion;
import io.vitrine.experiments.stats.RelativeLift;
import io.vitrine.experiments.stats.Scale;
import io.vitrine.experiments.stats.TwoProportions;
import io.vitrine.model.Problem;

/** One method with its options. */
record Comparing(Method method, Alternative alternative, Scale scale, AnalysisOptions options) {

  private static final double TUNING = 5000;
  private static final long BURN_IN = 50;

  Compared compare(
      Arm control, Arm variant, ArmForm controlForm, ArmForm variantForm, double confidence) {
    return switch (method) {
      case WELCH -> Compared.of(student(control, variant, confidence));
      case Z_POOLED, Z_UNPOOLED, CHI_SQUARE, CHI_SQUARE_YATES, FISHER ->
          proportions(controlForm.proportion(), variantForm.proportion(), confidence);
      case FIELLER -> fieller(control, variant, confidence);
      case NOT_INFERIOR -> notInferior(control, variant, confidence);
      case SEQUENTIAL -> sequential(control, variant, controlForm, variantForm, confidence);
      case GROUP_SEQUENTIAL -> groupSequential(control, variant, confidence);
      case BETA_BINOMIAL ->
          betaBinomial(controlForm.proportion(), variantForm.proportion(), confidence);
      case NORMAL_POSTERIOR -> normalPosterior(control, variant, confidence);
      case ONE_SAMPLE, ONE_SAMPLE_EXACT ->
          throw new IllegalArgumentException("a one-sample test compares no arms");
    };
  }

  double knownRate() {
    return Wire.given(options.rate(), "options.rate");
  }

  Compared oneSample(Proportion sample, double confidence) {
    Effect effect = OneProportion.test(sample, knownRate(), alternative, confidence);
    return method == Method.ONE_SAMPLE
        ? Compared.of(effect)
        : exact(effect.interval(), OneProportion.exact(sample, knownRate(), alternative));
  }

  /** An exact test counts tables; it has no standard error and no statistic. */
  private static Compared exact(Interval interval, double p) {
    return Compared.of(new Effect(interval, Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, p));
  }

  private Effect student(Arm control, Arm variant, double confidence) {
    return FixedHorizon.student(Estimate.of(control, variant, scale), alternative, confidence);
  }

  private Compared proportions(Proportion control, Proportion variant, double confidence) {
    Compared found =
        switch (method) {
          case Z_UNPOOLED ->
              Compared.of(TwoProportions.unpooled(control, variant, alternative, confidence));
          case CHI_SQUARE -> Compared.of(chiSquare(control, variant, false, confidence));
          case CHI_SQUARE_YATES -> Compared.of(chiSquare(control, variant, true, confidence));
          case FISHER ->
              exact(
                  TwoProportions.difference(control, variant, alternative, confidence),
                  TwoProportions.exact(control, variant, alternative));
          case Z_POOLED,
              WELCH,
              FIELLER,
              NOT_INFERIOR,
              SEQUENTIAL,
              GROUP_SEQUENTIAL,
              BETA_BINOMIAL,
              NORMAL_POSTERIOR,
              ONE_SAMPLE,
              ONE_SAMPLE_EXACT ->
              Compared.of(TwoProportions.pooled(control, variant, alternative, confidence));
        };
    return scale == Scale.ABSOLUTE ? found : found.with(lift(control, variant, confidence));
  }

  private Effect chiSquare(
      Proportion control, Proportion variant, boolean yates, double confidence) {
    if (alternative != Alternative.TWO_SIDED) {
      throw Problem.caller(
          "chi_square_is_two_sided",
          "a chi-square test is two_sided, not " + Wire.write(alternative));
    }
    return TwoProportions.chiSquare(control, variant, yates, confidence);
  }

  private Interval lift(Proportion control, Proportion variant, double confidence) {
    return FixedHorizon.normal(Estimate.of(control, variant, scale), alternative, confidence)
        .interval();
  }

  private Compared fieller(Arm control, Arm variant, double confidence) {
    if (scale != Scale.RELATIVE || alternative != Alternative.TWO_SIDED) {
      throw Problem.caller(
          "fieller_is_relative", "fieller's interval is of scale relative and two_sided");
    }
    return Compared.of(student(control, variant, confidence))
        .with(RelativeLift.fieller(control, variant, confidence));
  }

  private Compared notInferior(Arm control, Arm variant, double confidence) {
    return Compared.of(
        FixedHorizon.notInferior(
            Estimate.of(control, variant, scale),
            Wire.given(options.margin(), "options.margin"),
            Wire.or(options.higherIsBetter(), true),
            confidence));
  }

  private Compared sequential(
      Arm control, Arm variant, ArmForm controlForm, ArmForm variantForm, double confidence) {
    long burnIn = Wire.or(options.burnIn(), BURN_IN);
    if (burnIn > 0 && Math.min(orders(controlForm), orders(variantForm)) < burnIn) {
      return Compared.burningIn();
    }
    ConfidenceSequence sequence =
        new ConfidenceSequence(1 - confidence, Wire.or(options.tuning(), TUNING));
    return Compared.of(sequence.test(Estimate.of(control, variant, scale), alternative));
  }

  /** The burn-in counts orders, not money: a hundred euros may be one order. */
  private static long orders(ArmForm form) {
    if (form.successes() != null) {
      return form.successes();
    }
    return Wire.given(form.orders(), form.place() + ": orders (or options.burn_in 0)");
  }

  private Compared groupSequential(Arm control, Arm variant, double confidence) {
    if (alternative != Alternative.TWO_SIDED) {
      throw Problem.caller(
          "group_sequential_is_two_sided",
          "group_sequential is two_sided, not " + Wire.write(alternative));
    }
    double[] bounds =
        GroupSequential.bounds(options.shares(), 1 - confidence, options.spendingFunction());
    double bound = bounds[bounds.length - 1];
    Estimate estimate = Estimate.of(control, variant, scale);
    return Compared.of(FixedHorizon.repeated(estimate, bound), bound);
  }

  private Compared betaBinomial(Proportion control, Proportion variant, double confidence) {
    BetaPosterior posterior =
        BetaPosterior.of(
            control,
            variant,
            Wire.or(options.priorAlpha(), 0.5),
            Wire.or(options.priorBeta(), 0.5));
    Interval interval =
        scale == Scale.ABSOLUTE ? posterior.difference(confidence) : posterior.lift(confidence);
    return Compared.posterior(
        interval,
        Double.NaN,
        posterior.chanceToWin(),
        posterior.expectedLoss(),
        posterior.expectedLossOfControl());
  }

  private Compared normalPosterior(Arm control, Arm variant, double confidence) {
    if (scale == Scale.LOG_RATIO) {
      throw Problem.caller(
          "normal_posterior_scale", "normal_posterior is of scale absolute or relative");
    }
    EffectPosterior posterior =
        EffectPosterior.of(
            Estimate.of(control, variant, scale),
            Wire.or(options.priorMean(), 0.0),
            Wire.or(options.priorDeviation(), Double.POSITIVE_INFINITY));
    return Compared.posterior(
        posterior.interval(confidence),
        posterior.deviation(),
        posterior.chanceToWin(),
        posterior.expectedLoss(),
        posterior.expectedLossOfControl());
  }
}
