package io.vitrine.experiments.stats;

/**
 * An estimate with its interval.
 *
 * @param estimate point estimate
 * @param low lower end; negative infinity when there is none
 * @param high upper end; infinity when there is none
 */
public record Interval(double estimate, double low, double high) {

  /** Whether a value lies outside. */
  public boolean excludes(double value) {
    return value < low || value > high;
  }
}
