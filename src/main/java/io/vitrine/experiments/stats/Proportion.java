package io.vitrine.experiments.stats;

import java.util.Map;

/**
 * Successes in independent trials of one arm.
 *
 * @param successes 0 to trials
 * @param trials 0 or more
 */
public record Proportion(long successes, long trials) implements Arm {

  public Proportion {
    if (successes < 0 || successes > trials) {
      throw new Unanswerable(
          "successes_over_trials",
          "successes are 0 to the trials: " + successes + " of " + trials,
          Map.of("successes", successes, "trials", trials));
    }
  }

  /** Share of successes; NaN without trials. */
  public double rate() {
    return (double) successes / trials;
  }

  @Override
  public long count() {
    return trials;
  }

  @Override
  public double mean() {
    return rate();
  }

  /** p(1 - p), the variance of one trial. */
  @Override
  public double variance() {
    return rate() * (1 - rate());
  }
}
