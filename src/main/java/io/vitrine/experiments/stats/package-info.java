/**
 * Statistics of experiments as pure functions over sufficient statistics. Imports the JDK and, in
 * {@code Distributions} and {@code BetaPosterior}, the distribution functions of Apache Commons,
 * nothing of ours; every method names its source. What cannot be answered is refused with the value
 * and the rule, never answered with NaN.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.experiments.stats;
