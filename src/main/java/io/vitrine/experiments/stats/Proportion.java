package io.vitrine.experiments.stats;

/**
 * Successes in independent trials of one arm.
 *
 * @param successes 0 to trials
 * @param trials 0 or more
 */
public record Proportion(long successes, long trials) {

  public Proportion {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes are 0 to the trials: " + successes + " of " + trials);
    }
  }

  /** Share of successes; NaN without trials. */
  public double rate() {
    return (double) successes / trials;
  }
}
