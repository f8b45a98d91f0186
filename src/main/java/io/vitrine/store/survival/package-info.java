/**
 * How long something takes where it has not happened yet to all: estimates as pure functions.
 * Imports the JDK alone.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.store.survival;
