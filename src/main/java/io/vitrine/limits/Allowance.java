package io.vitrine.limits;

/**
 * How much a client has of a budget.
 *
 * @param budget which one
 * @param perMinute how much comes back in a minute, and at most is there at once
 */
public record Allowance(Budget budget, long perMinute) {}
