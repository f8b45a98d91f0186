/**
 * Attacks and fraud: what is tried against the shop and against this program, and by which
 * evidence. Requests to this product come through {@link io.vitrine.trust.RequestWatch}, those that
 * stored events tell of through {@link io.vitrine.trust.LogFollower}; both become an {@code
 * Exchange}, which {@link io.vitrine.trust.Watch} inspects part by part (package {@code attacks}),
 * as a whole ({@code RequestRules}) and beside the ones before it ({@code Habits}). What it finds
 * is kept as findings and published as {@link io.vitrine.trust.AttackSeen}. Payments are judged in
 * {@code fraud}. May import {@code model}, {@code store}, {@code accounts} and {@code intake}.
 */
@NullMarked
package io.vitrine.trust;

import org.jspecify.annotations.NullMarked;
