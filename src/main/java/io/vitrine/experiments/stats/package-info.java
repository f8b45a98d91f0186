/**
 * Statistics of experiments as pure functions over sufficient statistics. Imports the JDK and the
 * distribution functions of Commons Statistics, nothing of ours; every method names its source.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.experiments.stats;
