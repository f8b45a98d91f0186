package io.vitrine.store;

import org.jspecify.annotations.Nullable;

/**
 * Errors of a service that say the same but for what has digits in it.
 *
 * @param message what they say, as {@code LogDimension.MESSAGE} has it
 * @param service that wrote them; null for errors without one
 */
public record ErrorGroup(String message, @Nullable String service) {}
