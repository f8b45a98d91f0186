package io.vitrine.experiments;

import io.vitrine.experiments.stats.Effect;
import io.vitrine.experiments.stats.Interval;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What one comparison found, in plain numbers; NaN for what its method does not give. */
record Compared(
    double estimate,
    double low,
    double high,
    double standardError,
    double statistic,
    double degrees,
    double pValue,
    double bound,
    double chanceToWin,
    double expectedLoss,
    double expectedLossOfControl,
    @Nullable String withheld) {

  private static final double NO = Double.NaN;

  static Compared of(Effect effect) {
    return of(effect, NO);
  }

  static Compared of(Effect effect, double bound) {
    Interval interval = effect.interval();
    return new Compared(
        interval.estimate(),
        interval.low(),
        interval.high(),
        effect.standardError(),
        effect.statistic(),
        effect.degrees(),
        effect.pValue(),
        bound,
        NO,
        NO,
        NO,
        null);
  }

  static Compared posterior(
      Interval interval, double deviation, double chance, double loss, double lossOfControl) {
    return new Compared(
        interval.estimate(),
        interval.low(),
        interval.high(),
        deviation,
        NO,
        NO,
        NO,
        NO,
        chance,
        loss,
        lossOfControl,
        null);
  }

  /** Too few orders: nothing is said yet. */
  static Compared burningIn() {
    return new Compared(NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, "burn_in");
  }

  Compared with(Interval interval) {
    return new Compared(
        interval.estimate(),
        interval.low(),
        interval.high(),
        standardError,
        statistic,
        degrees,
        pValue,
        bound,
        chanceToWin,
        expectedLoss,
        expectedLossOfControl,
        withheld);
  }

  @Nullable Double number(ToDoubleFunction<Compared> of) {
    return Wire.number(of.applyAsDouble(this));
  }

  @Nullable Double effectP() {
    return Wire.number(pValue);
  }
}
