/** Tests of experiments. */
@org.jspecify.annotations.NullMarked
package io.vitrine.experiments;
