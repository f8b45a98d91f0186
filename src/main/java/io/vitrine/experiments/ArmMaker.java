package io.vitrine.experiments;

import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link ArmForm} by the names of its figures, the only place that knows their order. What
 * is not said stays absent.
 */
final class ArmMaker {

  private @Nullable String name;
  private final @Nullable Long count;
  private @Nullable Long successes;
  private @Nullable Double mean;
  private @Nullable Double variance;
  private @Nullable Double sum;
  private @Nullable Double sumOfSquares;
  private @Nullable Double denominatorMean;
  private @Nullable Double denominatorVariance;
  private @Nullable Double covariance;
  private @Nullable Double quantile;
  private @Nullable Double quantileLow;
  private @Nullable Double quantileHigh;
  private @Nullable Long ranked;
  private @Nullable Double clustering;
  private @Nullable Double beforeMean;
  private @Nullable Double beforeVariance;
  private @Nullable Double beforeCovariance;
  private @Nullable Double beforeDenominatorMean;
  private @Nullable Double beforeDenominatorVariance;
  private @Nullable Double beforeOwnCovariance;
  private @Nullable Double beforeDenominatorCovariance;
  private @Nullable Double aboveBeforeBelowCovariance;
  private @Nullable Double belowBeforeAboveCovariance;
  private @Nullable Long orders;

  /** An arm of so many units. */
  ArmMaker(String name, long count) {
    this.name = name;
    this.count = count;
  }

  /** Everything that a form says. */
  ArmMaker(ArmForm form) {
    name = form.name();
    count = form.count();
    successes = form.successes();
    mean = form.mean();
    variance = form.variance();
    sum = form.sum();
    sumOfSquares = form.sumOfSquares();
    denominatorMean = form.denominatorMean();
    denominatorVariance = form.denominatorVariance();
    covariance = form.covariance();
    quantile = form.quantile();
    quantileLow = form.quantileLow();
    quantileHigh = form.quantileHigh();
    ranked = form.ranked();
    clustering = form.clustering();
    beforeMean = form.beforeMean();
    beforeVariance = form.beforeVariance();
    beforeCovariance = form.beforeCovariance();
    beforeDenominatorMean = form.beforeDenominatorMean();
    beforeDenominatorVariance = form.beforeDenominatorVariance();
    beforeOwnCovariance = form.beforeOwnCovariance();
    beforeDenominatorCovariance = form.beforeDenominatorCovariance();
    aboveBeforeBelowCovariance = form.aboveBeforeBelowCovariance();
    belowBeforeAboveCovariance = form.belowBeforeAboveCovariance();
    orders = form.orders();
  }

  ArmMaker named(String given) {
    name = given;
    return this;
  }

  ArmMaker successes(long of) {
    successes = of;
    return this;
  }

  /** Of the values and of their squares. */
  ArmMaker sums(double values, double squares) {
    sum = values;
    sumOfSquares = squares;
    return this;
  }

  /** Per unit, above the line of a ratio. */
  ArmMaker above(double ofValues, double ofSpread) {
    mean = ofValues;
    variance = ofSpread;
    return this;
  }

  /** Per unit, below the line of a ratio, and how it goes with what stands above. */
  ArmMaker below(double ofValues, double ofSpread, double withAbove) {
    denominatorMean = ofValues;
    denominatorVariance = ofSpread;
    covariance = withAbove;
    return this;
  }

  /** A quantile with its order statistics. */
  ArmMaker quantile(double value, double low, double high, long of, double cluster) {
    quantile = value;
    quantileLow = low;
    quantileHigh = high;
    ranked = of;
    clustering = cluster;
    return this;
  }

  /** Of the covariate, and how it goes with the value. */
  ArmMaker before(double ofValues, double ofSpread, double withValue) {
    beforeMean = ofValues;
    beforeVariance = ofSpread;
    beforeCovariance = withValue;
    return this;
  }

  /** Below the line of a ratio's covariate. */
  ArmMaker beforeBelow(double ofValues, double ofSpread, double withItsAbove) {
    beforeDenominatorMean = ofValues;
    beforeDenominatorVariance = ofSpread;
    beforeOwnCovariance = withItsAbove;
    return this;
  }

  /** How a ratio's values go with the covariate's of the other side of the line, or both below. */
  ArmMaker crossing(double aboveWithBelow, double belowWithAbove, double belows) {
    aboveBeforeBelowCovariance = aboveWithBelow;
    belowBeforeAboveCovariance = belowWithAbove;
    beforeDenominatorCovariance = belows;
    return this;
  }

  ArmMaker orders(long of) {
    orders = of;
    return this;
  }

  ArmForm make() {
    return new ArmForm(
        name,
        count,
        successes,
        mean,
        variance,
        sum,
        sumOfSquares,
        denominatorMean,
        denominatorVariance,
        covariance,
        quantile,
        quantileLow,
        quantileHigh,
        ranked,
        clustering,
        beforeMean,
        beforeVariance,
        beforeCovariance,
        beforeDenominatorMean,
        beforeDenominatorVariance,
        beforeOwnCovariance,
        beforeDenominatorCovariance,
        aboveBeforeBelowCovariance,
        belowBeforeAboveCovariance,
        orders);
  }
}
