/** Violations planted for {@code ArchitectureTest}, which must catch them. */
@org.jspecify.annotations.NullMarked
package io.vitrine.planted.accounts;
