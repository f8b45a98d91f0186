package io.vitrine.experiments.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values by SciPy 1.10.1. */
class PosteriorTest {

  /** Gauss-Legendre quadrature, 2,000 points, over scipy.stats.beta; roots by brentq. */
  @Test
  void betaPosteriorsWithJeffreysPrior() {
    check(
        BetaPosterior.of(new Proportion(120, 2400), new Proportion(156, 2380), 0.5, 0.5),
        0.989453793487924,
        2.43088930460669e-05,
        0.0155655724117969,
        new Interval(0, 0.0023356524926008, 0.0288287158461101),
        new Interval(0, 0.0413252963968233, 0.653494892385284));
    check(
        BetaPosterior.of(new Proportion(3, 50), new Proportion(11, 50), 0.5, 0.5),
        0.990724589017658,
        0.00022293975946347,
        0.157085684857482,
        new Interval(0, 0.0269786048672602, 0.293514077188228),
        new Interval(0, 0.217558802574209, 12.8230510825965));
  }

  /** Evan Miller's closed sum for whole parameters, with scipy.special.betaln. */
  @Test
  void chanceToWinWithAnEvenPrior() {
    assertThat(
            BetaPosterior.of(new Proportion(120, 2400), new Proportion(156, 2380), 1, 1)
                .chanceToWin())
        .isCloseTo(0.989349176233803, within(1e-10));
  }

  /** Equal arms, none converted, one arm a million times the other: nothing leaves the numbers. */
  @Test
  void extremesStayNumbers() {
    Proportion none = new Proportion(0, 1000);
    Proportion huge = new Proportion(300_000_000_000L, 1_000_000_000_000L);
    Proportion small = new Proportion(30, 100);

    assertThat(BetaPosterior.of(none, none, 0.5, 0.5).chanceToWin()).isCloseTo(0.5, within(1e-9));
    assertThat(BetaPosterior.of(huge, small, 0.5, 0.5).chanceToWin())
        .isCloseTo(1 - BetaPosterior.of(small, huge, 0.5, 0.5).chanceToWin(), within(1e-9));
    // scipy.stats.beta.sf(0.3, 30.5, 70.5)
    assertThat(BetaPosterior.of(huge, small, 0.5, 0.5).chanceToWin())
        .isCloseTo(0.5058346648267354, within(1e-9));
    assertThat(
            BetaPosterior.of(new Proportion(0, 5), new Proportion(5, 5), 0.5, 0.5).expectedLoss())
        .isBetween(0.0, 1e-3);
  }

  /** Precision weights by hand; losses by scipy.integrate.quad. */
  @Test
  void normalEffectWithAPrior() {
    EffectPosterior posterior =
        EffectPosterior.of(new Estimate(0.06, 0.04, 1e9, 1000, Scale.RELATIVE), 0, 0.05);

    assertThat(posterior.mean()).isCloseTo(0.0365853658536585, within(1e-14));
    assertThat(posterior.deviation()).isCloseTo(0.0312347523777212, within(1e-14));
    assertThat(posterior.chanceToWin()).isCloseTo(0.879261540030734, within(1e-12));
    assertThat(posterior.expectedLoss()).isCloseTo(0.00185801352564861, within(1e-12));
    assertThat(posterior.expectedLossOfControl()).isCloseTo(0.0384433793793071, within(1e-12));
    assertThat(posterior.interval(0.95).low()).isCloseTo(-0.0246336238727019, within(1e-12));
    assertThat(posterior.interval(0.95).high()).isCloseTo(0.0978043555800189, within(1e-12));
  }

  @Test
  void theLossOfAnExtremeEffectDoesNotOverflow() {
    EffectPosterior sure = new EffectPosterior(1, 1e-4);
    EffectPosterior awful = new EffectPosterior(-1, 1e-4);

    assertThat(sure.expectedLoss()).isZero();
    assertThat(awful.expectedLoss()).isEqualTo(1);
    assertThat(awful.chanceToWin()).isZero();
  }

  private static void check(
      BetaPosterior posterior,
      double chance,
      double loss,
      double lossOfControl,
      Interval difference,
      Interval lift) {
    assertThat(posterior.chanceToWin()).isCloseTo(chance, within(1e-9));
    assertThat(posterior.expectedLoss()).isCloseTo(loss, within(1e-10));
    assertThat(posterior.expectedLossOfControl()).isCloseTo(lossOfControl, within(1e-10));
    assertThat(posterior.difference(0.95).low()).isCloseTo(difference.low(), within(1e-9));
    assertThat(posterior.difference(0.95).high()).isCloseTo(difference.high(), within(1e-9));
    assertThat(posterior.lift(0.95).low()).isCloseTo(lift.low(), within(1e-7));
    assertThat(posterior.lift(0.95).high()).isCloseTo(lift.high(), within(1e-7));
  }
}
