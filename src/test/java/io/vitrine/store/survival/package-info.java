/** Tests of estimates of time. */
@org.jspecify.annotations.NullMarked
package io.vitrine.store.survival;
