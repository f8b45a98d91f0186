package io.vitrine.experiments;

import java.util.SplittableRandom;

/** Random numbers from a seed: the same seed draws the same. */
final class Draws {

  /** Below so many expected on either side the counts are drawn one by one. */
  private static final double FEW = 25;

  private final SplittableRandom random;

  Draws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  /** Successes of trials: exact for few expected, else the rounded normal. */
  long successes(long trials, double rate) {
    double expected = trials * rate;
    double rest = trials * (1 - rate);
    if (expected < FEW) {
      return Math.min(trials, rare(trials, rate));
    }
    if (rest < FEW) {
      return trials - Math.min(trials, rare(trials, 1 - rate));
    }
    long drawn = Math.round(normal(expected, Math.sqrt(expected * (1 - rate))));
    return Math.clamp(drawn, 0, trials);
  }

  /** By waiting times between successes (Devroye 1986, chapter X.4.3). */
  private long rare(long trials, double rate) {
    if (rate <= 0) {
      return 0;
    }
    long successes = 0;
    double at = wait(rate);
    while (at <= trials) {
      successes++;
      at += wait(rate);
    }
    return successes;
  }

  private double wait(double rate) {
    return Math.floor(Math.log(1 - random.nextDouble()) / Math.log1p(-rate)) + 1;
  }
}
