/** The way in, from bytes to the store. */
@org.jspecify.annotations.NullMarked
package io.vitrine.intake;
