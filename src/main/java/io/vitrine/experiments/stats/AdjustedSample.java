package io.vitrine.experiments.stats;

/**
 * An arm whose values were adjusted by what was known before the experiment.
 *
 * @param count units
 * @param mean adjusted
 * @param variance adjusted
 * @param base the mean as it was measured: a relative lift is relative to what the shop sees
 */
public record AdjustedSample(long count, double mean, double variance, double base)
    implements Arm {}
