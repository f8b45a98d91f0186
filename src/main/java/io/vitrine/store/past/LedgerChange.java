package io.vitrine.store.past;

import java.math.BigDecimal;

/**
 * What an import has changed in the ledger, in the reporting currency.
 *
 * @param events that are new in the store
 * @param orders that are new, of those with a purchase
 * @param gross revenue before refunds
 * @param refunded given back on orders
 * @param excess of refunds that no order bears
 * @param ordersKnown orders of this import of which the store knew something before
 */
public record LedgerChange(
    long events,
    long orders,
    BigDecimal gross,
    BigDecimal refunded,
    BigDecimal excess,
    long ordersKnown) {}
