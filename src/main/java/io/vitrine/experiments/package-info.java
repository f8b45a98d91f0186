/** Experiments: who was exposed to which variant, and what came of it. */
@org.jspecify.annotations.NullMarked
package io.vitrine.experiments;
