/** Tests of the order ledger. */
@org.jspecify.annotations.NullMarked
package io.vitrine.store.ledger;
