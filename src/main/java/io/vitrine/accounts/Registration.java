package io.vitrine.accounts;

/**
 * Whether people may make accounts for themselves.
 *
 * @param isOpen whether they may
 */
public record Registration(boolean isOpen) {}
