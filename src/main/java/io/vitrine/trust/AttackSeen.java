package io.vitrine.trust;

import io.vitrine.store.SecurityFinding;

/**
 * Published, as an event of Spring, when an attack begins: once for each finding, whatever it grows
 * to. Listeners run on the thread that inspects and must not take long.
 *
 * @param finding as it was when it was made
 */
public record AttackSeen(SecurityFinding finding) {}
