package io.vitrine.trust.fraud;

import java.util.List;

/**
 * What the rules say of a payment.
 *
 * @param value 0 to 100, with one digit after the point
 * @param signs the indicators that speak, the weightiest first
 */
record Score(double value, Level level, List<Sign> signs) {}
