/**
 * How much a client may ask for: budgets that refill by the minute, and blocks of those who used
 * theirs up. Knows nothing of HTTP or accounts; {@code web} and {@code accounts} say who a client
 * is. May import {@code model}.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.limits;
