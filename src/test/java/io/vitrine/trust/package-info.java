/** Attacks on the shop and on the product are noticed. */
@org.jspecify.annotations.NullMarked
package io.vitrine.trust;
