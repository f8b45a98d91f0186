/**
 * Fraud and attacks: what is tried against the shop and against this program, and by which
 * evidence. May import model, store, accounts and intake.
 */
@NullMarked
package io.vitrine.trust;

import org.jspecify.annotations.NullMarked;
