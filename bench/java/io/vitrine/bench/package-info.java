/** Measures the product beside a yardstick on the same machine. See bench/README.md. */
@org.jspecify.annotations.NullMarked
package io.vitrine.bench;
