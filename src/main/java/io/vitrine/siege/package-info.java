/**
 * Attacks a running product of one's own, and says whether it held and noticed. Speaks to it over
 * HTTP alone, as any attacker would. May import {@code model}.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.siege;
