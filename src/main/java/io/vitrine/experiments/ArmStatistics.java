package io.vitrine.experiments;

import io.vitrine.model.Answer;
import io.vitrine.model.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of {@link io.vitrine.model.Outcomes} says of one variant and outcome.
 *
 * @param variant its name
 * @param outcome what was counted
 * @param segment value of the dimension that the answer is split by; null without one
 * @param firstExposure of the variant; null when nobody was exposed
 * @param visitors exposed to it first
 * @param crossed of these, those who saw several variants
 * @param positive of these, those whose figure is not zero
 * @param above sums of the figure above the line, of its squares, and of its product with below
 * @param below sums of the figure below the line and of its squares
 * @param before sums of the figure before the exposure, of its squares, and of its product with
 *     above
 * @param beforeBelow sums of what stood below the line before the exposure, of its squares, and of
 *     its product with above before the exposure; nothing for means
 * @param crossing products of a ratio's figures with those before the exposure
 * @param cap where the figure was cut; null when it was not
 * @param quantile of a quantile; null for sums
 */
record ArmStatistics(
    String variant,
    Outcome outcome,
    @Nullable Object segment,
    @Nullable Instant firstExposure,
    long visitors,
    long crossed,
    long positive,
    Sums above,
    Sums below,
    Sums before,
    Sums beforeBelow,
    Crossing crossing,
    @Nullable Double cap,
    @Nullable Quantile quantile) {

  private static final double LEAST_OF_RATIO = 50;

  /**
   * Sums over visitors.
   *
   * @param sum of the figure
   * @param squares of it
   * @param product of it and another
   */
  record Sums(double sum, double squares, double product) {
    static final Sums NONE = new Sums(0, 0, 0);
  }

  /**
   * Sums of products over visitors, now and before the exposure.
   *
   * @param aboveAndBelow above the line now, below it before
   * @param belowAndAbove below the line now, above it before
   * @param belows below it now and before
   */
  record Crossing(double aboveAndBelow, double belowAndAbove, double belows) {
    static final Crossing NONE = new Crossing(0, 0, 0);
  }

  /** A quantile with its order statistics. */
  record Quantile(double value, double low, double high, long ranked, double clustering) {}

  /** All rows of an answer. */
  static List<ArmStatistics> read(Answer answer) {
    String key = answer.columns().getFirst().name();
    @Nullable String by = key.equals("variant") ? null : key;
    return IntStream.range(0, answer.rows().size()).mapToObj(row -> read(answer, row, by)).toList();
  }

  private static ArmStatistics read(Answer answer, int row, @Nullable String by) {
    return new ArmStatistics(
        String.valueOf(answer.value(row, "variant")),
        Wire.word(Outcome.class, "outcome", String.valueOf(answer.value(row, "outcome"))),
        by == null ? null : answer.value(row, by),
        (Instant) answer.value(row, "first_exposure"),
        count(answer, row, "visitors"),
        count(answer, row, "several_variants"),
        count(answer, row, "positive"),
        sums(answer, row, "above", "product"),
        sums(answer, row, "below", "product"),
        sums(answer, row, "before", "before_product"),
        sums(answer, row, "before_below", "before_own_product"),
        new Crossing(
            Wire.or(number(answer, row, "above_before_below"), 0.0),
            Wire.or(number(answer, row, "below_before"), 0.0),
            Wire.or(number(answer, row, "belows"), 0.0)),
        number(answer, row, "cap"),
        quantile(answer, row));
  }

  private static Sums sums(Answer answer, int row, String name, String product) {
    return new Sums(
        Wire.or(number(answer, row, name), 0.0),
        Wire.or(number(answer, row, name + "_squares"), 0.0),
        Wire.or(number(answer, row, product), 0.0));
  }

  private static @Nullable Quantile quantile(Answer answer, int row) {
    Double value = number(answer, row, "quantile");
    if (value == null) {
      return null;
    }
    return new Quantile(
        value,
        Wire.or(number(answer, row, "quantile_low"), value),
        Wire.or(number(answer, row, "quantile_high"), value),
        count(answer, row, "ranked"),
        Wire.or(number(answer, row, "clustering"), 0.0));
  }

  private static long count(Answer answer, int row, String column) {
    return answer.value(row, column) instanceof Number number ? number.longValue() : 0;
  }

  private static @Nullable Double number(Answer answer, int row, String column) {
    return answer.value(row, column) instanceof Number number
        ? (Double) number.doubleValue()
        : null;
  }

  /** Nobody, for a variant that was not seen yet. */
  static ArmStatistics empty(String variant, Outcome outcome) {
    return new ArmStatistics(
        variant,
        outcome,
        null,
        null,
        0,
        0,
        0,
        Sums.NONE,
        Sums.NONE,
        Sums.NONE,
        Sums.NONE,
        Crossing.NONE,
        null,
        null);
  }

  /** The variants in their order, empty where nobody was exposed. */
  static List<ArmStatistics> inOrder(
      List<ArmStatistics> rows, List<String> variants, Outcome outcome) {
    List<ArmStatistics> arms = new ArrayList<>();
    for (String variant : variants) {
      arms.add(
          rows.stream()
              .filter(row -> row.outcome == outcome && row.variant.equals(variant))
              .findFirst()
              .orElse(empty(variant, outcome)));
    }
    return arms;
  }

  /** The figure itself; null without visitors, or with nothing below the line. */
  @Nullable Double figure() {
    return switch (outcome.kind()) {
      case SHARE, MEAN -> visitors == 0 ? null : Wire.number(above.sum / visitors);
      case RATIO -> Wire.number(above.sum / below.sum);
      case QUANTILE -> quantile == null ? null : (Double) quantile.value;
    };
  }

  /** Whether enough is known of the time before; a ratio before is one of many, or chance. */
  boolean hasPast() {
    return outcome.kind() == Outcome.Kind.RATIO
        ? beforeBelow.sum >= LEAST_OF_RATIO
        : before.squares > 0;
  }

  /** As the statistics read it. */
  Kind kind(boolean adjusted) {
    return switch (outcome.kind()) {
      case SHARE -> adjusted ? Kind.MEAN : Kind.PROPORTION;
      case MEAN -> Kind.MEAN;
      case RATIO -> Kind.RATIO;
      case QUANTILE -> Kind.QUANTILE;
    };
  }

  /**
   * As the statistics read it.
   *
   * @param adjusted whether with what is known of the time before (CUPED)
   */
  ArmForm form(boolean adjusted) {
    return switch (kind(adjusted)) {
      case PROPORTION -> ArmForm.ofProportion(variant, visitors, positive);
      case MEAN -> ofMean(adjusted);
      case RATIO -> ofRatio(adjusted);
      case QUANTILE -> ofQuantile();
    };
  }

  private ArmForm ofMean(boolean adjusted) {
    ArmForm arm =
        ArmForm.ofValues(variant, visitors, positive, ArmValues.ofSums(above.sum, above.squares));
    return adjusted
        ? arm.after(ArmPast.ofMean(before.sum / visitors, variance(before), pastOfAbove()))
        : arm;
  }

  private ArmForm ofRatio(boolean adjusted) {
    ArmValues values =
        new ArmValues(
            above.sum / visitors,
            variance(above),
            null,
            null,
            below.sum / visitors,
            variance(below),
            covariance(above.product, above.sum, below.sum));
    ArmForm arm = ArmForm.ofValues(variant, visitors, positive, values);
    return adjusted ? arm.after(pastOfRatio()) : arm;
  }

  private ArmPast pastOfRatio() {
    return new ArmPast(
        before.sum / visitors,
        variance(before),
        pastOfAbove(),
        beforeBelow.sum / visitors,
        variance(beforeBelow),
        covariance(beforeBelow.product, before.sum, beforeBelow.sum),
        covariance(crossing.belows, below.sum, beforeBelow.sum),
        covariance(crossing.aboveAndBelow, above.sum, beforeBelow.sum),
        covariance(crossing.belowAndAbove, below.sum, before.sum));
  }

  /** How what stands above the line goes with what stood there before. */
  private double pastOfAbove() {
    return covariance(before.product, before.sum, above.sum);
  }

  private ArmForm ofQuantile() {
    Quantile own = quantile == null ? new Quantile(0, 0, 0, 0, 0) : quantile;
    return ArmForm.ofQuantile(
        variant,
        positive,
        own.ranked,
        new ArmQuantile(own.value, own.low, own.high, own.ranked, own.clustering));
  }

  private double variance(Sums sums) {
    return Math.max(0, covariance(sums.squares, sums.sum, sums.sum));
  }

  private double covariance(double product, double one, double other) {
    return (product - one * other / visitors) / (visitors - 1);
  }
}
