/**
 * The SQL console: analysts ask the shop's tables in their own words, each with a history. May
 * import model, store and accounts.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.console;
