/** The product holds and notices. */
@org.jspecify.annotations.NullMarked
package io.vitrine.siege;
