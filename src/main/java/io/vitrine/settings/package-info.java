/**
 * Reads the settings under {@code vitrine.}: the shop and the data folder here, all others in the
 * records of their packages. Checks all of them at once at the start and refuses unknown names. May
 * import {@code model} and {@code store}; nobody imports it.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.settings;
