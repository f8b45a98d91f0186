/**
 * Answers about the shop: traffic, conversion, products, what changed and who is there now. Asks
 * through {@link io.vitrine.store.Answers}; may import model, store, accounts and the pure library
 * experiments.stats.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.shop;
