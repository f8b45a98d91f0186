/** Statistics against published values. */
@org.jspecify.annotations.NullMarked
package io.vitrine.experiments.stats;
