package io.vitrine.accounts;

import org.jspecify.annotations.Nullable;

/**
 * How people get in without an account of ours.
 *
 * @param isOpen whether they may register themselves
 * @param provider what the button for the provider of sign-in says; null when there is none
 */
public record Registration(boolean isOpen, @Nullable String provider) {}
