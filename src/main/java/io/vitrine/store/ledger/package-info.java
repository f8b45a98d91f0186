/**
 * The order ledger as pure functions: from every entry that ever arrived for an order id to the one
 * order that it is. The result depends on the set of entries alone, never on their order, their
 * repetition or who sent them. Imports the model alone.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.store.ledger;
