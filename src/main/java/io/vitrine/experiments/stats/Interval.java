package io.vitrine.experiments.stats;

/**
 * An estimate with its confidence interval.
 *
 * @param estimate point estimate
 * @param low lower end
 * @param high upper end
 */
public record Interval(double estimate, double low, double high) {}
