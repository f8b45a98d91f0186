/** Attacks are told from ordinary texts. */
@org.jspecify.annotations.NullMarked
package io.vitrine.trust.attacks;
