/** Contracts of the stores, and a small shop to try them on. */
@org.jspecify.annotations.NullMarked
package io.vitrine.store;
