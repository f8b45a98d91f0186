package io.vitrine.model;

/**
 * Order of a breakdown's rows.
 *
 * @param column a metric or dimension of the question
 * @param descending largest first
 */
public record Sort(String column, boolean descending) {}
