/**
 * Which payments look like fraud, why, and what people decided about them. A {@code Transaction} is
 * read from an event; {@code Memory} knows what the same user, card, device, address, e-mail and
 * delivery address did before; the {@code Scorer} is a pure function of both and of the rules; the
 * {@code Follower} does this for every payment that is stored, in the order of storing. The rules
 * are settings with a history, and every point of a score has its reason.
 */
@NullMarked
package io.vitrine.trust.fraud;

import org.jspecify.annotations.NullMarked;
