package io.vitrine.store;

/**
 * A value and how often it occurs.
 *
 * @param value the value
 * @param count events or sessions that carry it
 */
public record ValueCount(String value, long count) {}
