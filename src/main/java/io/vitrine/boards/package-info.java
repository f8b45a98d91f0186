/**
 * Charts and dashboards that people make of the shop's figures: saved, arranged, shown on other
 * sites by a signed link, and sent as e-mails. Asks through {@link io.vitrine.store.Answers} like
 * everybody else; may import model, store, accounts and shop.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.boards;
